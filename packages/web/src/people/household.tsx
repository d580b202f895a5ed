import type { ReactElement } from "react";
import type { WorkerDetail } from "@tuwai/server/workers";
import { CoverTag } from "#cover";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { workerTexts } from "#language/worker.ts";
import { Card } from "#ui";

type Props = { readonly worker: WorkerDetail; readonly isCity: boolean };

/** Who else stands on the same family card, as far as the reader may see; nothing for roles that may not know. */
export function Household({ worker, isCity }: Props): ReactElement | null {
  const t = useTexts(workerTexts);
  const to = useLocalPath();
  const { household } = worker;
  if (household === undefined) return null;
  return (
    <Card title={t.household}>
      <p className="quiet small">{t.householdLead[isCity ? "city" : "village"]}</p>
      {household.length === 0 ? (
        <p>{t.householdNone}</p>
      ) : (
        <ul>
          {household.map(({ code, name, coverageStatus, isGone }) => (
            <li key={code}>
              <a href={to(`/pekerja/${code}`)}>{name === "" ? code : name}</a>{" "}
              {isGone ? (
                <span className="quiet small">{t.memberGone}</span>
              ) : (
                <CoverTag state={coverageStatus} />
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
