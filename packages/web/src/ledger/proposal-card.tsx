import type { Books } from "@tuwai/server/ledger";
import type { ReactElement } from "react";
import { shortDayOf } from "#language/day-of.ts";
import { ledgerTexts } from "#language/ledger.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { wordOf } from "#language/word-of.ts";
import { OperationField } from "#shell";
import { Actions, Button, Card, Notice, TextField } from "#ui";
import { Postings } from "./postings.tsx";

type Props = {
  readonly proposal: Books["proposals"][number];
  readonly operation: string;
  readonly error: string | undefined;
};

/** An entry exactly as it would stand in the books, and the second person's answer. */
export function ProposalCard({ proposal, operation, error }: Props): ReactElement {
  const t = useTexts(ledgerTexts);
  const language = useLanguage();
  const p = t.proposals;
  return (
    <Card title={`${p.title}: ${wordOf(t.kinds, proposal.kind)}`}>
      <p>
        {proposal.reason} <span className="quiet small">{shortDayOf(language, proposal.proposedAt)}</span>
      </p>
      <Postings postings={proposal.postings} />
      {proposal.isOwn ? (
        <Notice tone="warn">{p.own}</Notice>
      ) : (
        <form method="post" className="form" noValidate>
          <OperationField id={operation} />
          <input type="hidden" name="usulan" value={proposal.id} />
          <TextField name="alasan" label={p.reason} hint={p.reasonHint} autoComplete="off" error={error} />
          <Actions>
            <Button name="putusan" value="setuju">
              {p.approve}
            </Button>
            <Button look="plain" name="putusan" value="tolak">
              {p.refuse}
            </Button>
          </Actions>
        </form>
      )}
    </Card>
  );
}
