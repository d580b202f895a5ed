import type { Aftercare } from "@tuwai/server/aftercare";
import type { ReactElement } from "react";
import { aftercareTexts } from "#language/aftercare.ts";
import { useTexts } from "#language/use-texts.ts";
import { Card, DescriptionList } from "#ui";
import type { Failed } from "./act-on-family.ts";
import { OpenForm } from "./open-form.tsx";

type Props = {
  readonly visits: Aftercare["visits"];
  /** Visit id → note, once they were opened. */
  readonly notes: Readonly<Record<string, string>> | null;
  readonly operation: string;
  readonly failed: Failed | undefined;
};

/** What visitors wrote, closed until somebody says why it is opened. */
export function NotesCard({ visits, notes, operation, failed }: Props): ReactElement {
  const t = useTexts(aftercareTexts);
  return (
    <Card title={t.open.title}>
      {notes === null ? (
        <OpenForm operation={operation} error={failed?.act === "buka" ? failed.error : undefined} />
      ) : (
        <DescriptionList
          facts={visits.flatMap(({ id, stage }) =>
            notes[id] === undefined ? [] : [{ name: t.page.stage(t.stages[stage]), value: notes[id] }],
          )}
        />
      )}
    </Card>
  );
}
