import type { ReactElement } from "react";
import type { Consent } from "@tuwai/server/consents";
import { consentTexts } from "#language/consents.ts";
import { shortDayOf } from "#language/day-of.ts";
import { formatDate } from "#language/format.ts";
import { accountTexts } from "#language/accounts.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { wordOf } from "#language/word-of.ts";
import { OperationField } from "#shell";
import { Button, Card, Tag } from "#ui";

type Row = Consent["withdrawals"][number] & { readonly operation: string };

/** What was taken back, newest first; one that stands and nobody has acted on can be undone. */
export function WithdrawalList({ rows }: { readonly rows: readonly Row[] }): ReactElement | null {
  const t = useTexts(consentTexts);
  const roles = useTexts(accountTexts).roles;
  const language = useLanguage();
  if (rows.length === 0) return null;
  return (
    <Card title={t.history}>
      {rows.map((row) => (
        <div key={row.id} className="stack">
          <p>
            {t.line(t.tellers[row.toldBy], t.ways[row.toldHow], formatDate(language, row.toldOn))}{" "}
            {row.undoneAt !== null && <Tag status="waiting">{t.isUndone}</Tag>}
            {row.handledAt !== null && <Tag status="done">{t.isHandled}</Tag>}
          </p>
          <p className="quiet small">
            {t.recorded(shortDayOf(language, row.recordedAt), wordOf(roles, row.recordedRole))}
          </p>
          {!row.wasGiven && <p className="quiet small">{t.wasRefused}</p>}
          {row.note !== null && <p className="quiet small">{row.note}</p>}
          {row.undoneAt === null && row.handledAt === null && row.wasGiven && (
            <form method="post">
              <OperationField id={row.operation} />
              <Button look="plain" small name="urungkan" value={row.id}>
                {t.undo}
              </Button>
            </form>
          )}
        </div>
      ))}
    </Card>
  );
}
