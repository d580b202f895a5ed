import type { ReactElement } from "react";
import { Form } from "react-router";
import type { ShownProposal } from "@tuwai/server/matching";
import { OperationField } from "#shell";
import { sponsorTexts } from "#language/sponsors.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { Actions, Button, ButtonLink, Card, Choices, optionsOf } from "#ui";

/** One proposal about to be declined; asked for by `?tolak=` in the address. */
export function DeclineForm(props: {
  readonly proposal: ShownProposal;
  readonly operation: string;
  readonly error: string | undefined;
}): ReactElement {
  const t = useTexts(sponsorTexts).matching;
  const to = useLocalPath();
  const { proposal, operation, error } = props;
  const worker = proposal.person.name ?? proposal.person.code ?? t.nobody;
  return (
    <Card id="tolak" title={t.declineTitle(worker, proposal.sponsorName ?? proposal.pledgeCode)}>
      <p>{t.declineNote}</p>
      <Form method="post" className="form">
        <OperationField id={operation} />
        <input type="hidden" name="usulan" value={proposal.id} />
        <input type="hidden" name="versi" value={proposal.version} />
        <Choices name="alasan" label={t.declineWhy} options={optionsOf(t.declineReasons)} error={error} />
        <Actions>
          <Button look="danger" name="aksi" value="tolak">
            {t.declineSubmit}
          </Button>
          <ButtonLink look="plain" href={to("/sponsor/penjodohan")}>
            {t.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </Card>
  );
}
