import type { OtherPayers, ShownProposal } from "@tuwai/server/matching";
import type { ReactElement } from "react";
import { Form } from "react-router";
import { bestPairsTexts } from "#language/best-pairs.ts";
import { formatNumber } from "#language/format.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { wordOf } from "#language/word-of.ts";
import { OperationField } from "#shell";
import { Actions, Button, ButtonLink, Card, Choices } from "#ui";

type Props = {
  readonly proposal: ShownProposal;
  readonly others: OtherPayers;
  readonly operation: string;
  readonly error: string | undefined;
};

/** Another sponsor for one proposed worker; asked for by `?ubah=` in the address. */
export function ChangeForm({ proposal, others, operation, error }: Props): ReactElement {
  const t = useTexts(bestPairsTexts).change;
  const { matching } = useTexts(sponsorTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const name = proposal.person.name ?? proposal.person.code ?? matching.nobody;
  const refused = Object.entries(others.refused).map(([why, n]) =>
    t.refused(formatNumber(language, n), wordOf(t.reasons, why)),
  );
  const options = others.payers.map(({ pledgeId, sponsorName, pledgeCode, opd, reasons }) => {
    const why = reasons.map(({ code }) => wordOf(matching.reasons, code)).join(", ");
    return { value: pledgeId, label: t.option(sponsorName ?? pledgeCode, opd, why) };
  });
  return (
    <Card id="ubah" title={t.title(name)}>
      {options.length === 0 ? <p>{t.none}</p> : <p>{t.what}</p>}
      {others.more > 0 && <p className="quiet">{t.more(formatNumber(language, others.more))}</p>}
      {refused.length > 0 && <p className="quiet">{`${refused.join("; ")}.`}</p>}
      <Form method="post" className="form">
        <OperationField id={operation} />
        <input type="hidden" name="usulan" value={proposal.id} />
        <input type="hidden" name="versi" value={proposal.version} />
        {options.length > 0 && <Choices name="mandat" label={t.choose} options={options} error={error} />}
        <Actions>
          {options.length > 0 && (
            <Button name="aksi" value="ubah">
              {t.submit}
            </Button>
          )}
          <ButtonLink look="plain" href={to("/sponsor/penjodohan")}>
            {matching.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </Card>
  );
}
