import type { WorkerClaim } from "@tuwai/server/claims";
import type { ReactElement } from "react";
import { claimTexts } from "#language/claims.ts";
import { formatDate } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Card } from "#ui";
import { claimPath, spellClaimCode } from "./claim-code.ts";
import { StateTag } from "./turn-words.tsx";

/** The cases of a worker: what happened, when, and where each stands. */
export function WorkerClaims(props: {
  readonly claims: readonly WorkerClaim[];
  readonly mayRead: boolean;
}): ReactElement | null {
  const t = useTexts(claimTexts);
  const language = useLanguage();
  const to = useLocalPath();
  if (props.claims.length === 0) return null;
  return (
    <Card title={t.case.ofWorker}>
      <ul className="stack">
        {props.claims.map(({ code, kind, state, happenedOn }) => (
          <li key={code}>
            <StateTag state={state} /> {t.shortKinds[kind]}, {formatDate(language, happenedOn)}:{" "}
            {props.mayRead ? <a href={to(claimPath(code))}>{spellClaimCode(code)}</a> : spellClaimCode(code)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
