import type { Bucket } from "@tuwai/server/arrears";
import type { ReactElement } from "react";
import { Form } from "react-router";
import { arrearsTexts } from "#language/arrears.ts";
import { contributionTexts } from "#language/contributions.ts";
import { formatDate, formatNumber, formatRupiah } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, ButtonLink, Card } from "#ui";
import type { PayerGroup } from "./board-figures.ts";

type Payer = PayerGroup & { readonly village: string | null; readonly operation: string | null };

/** For each payer a message that a person opens and sends, and the note that it was sent. No message names a worker. */
export function PayerCards(props: {
  readonly payers: readonly Payer[];
  readonly bucket: Bucket;
}): ReactElement | null {
  const t = useTexts(arrearsTexts).messages;
  if (props.payers.length === 0) return null;
  return (
    <>
      <h2 id="pesan">{t.title}</h2>
      <p className="quiet">{t.how}</p>
      {props.payers.map((payer) => (
        <PayerCard key={`${payer.fundSource} ${payer.villageCode}`} payer={payer} bucket={props.bucket} />
      ))}
    </>
  );
}

function PayerCard({ payer, bucket }: { readonly payer: Payer; readonly bucket: Bucket }) {
  const t = useTexts(arrearsTexts);
  const sources = useTexts(contributionTexts).fundSources;
  const language = useLanguage();
  const { fundSource, village, operation } = payer;
  const name = fundSource === "nobody" ? t.nobody : sources[fundSource];
  const workers = formatNumber(language, payer.workers);
  const sum = payer.withoutPrice > 0 ? null : formatRupiah(language, payer.arrearsRupiah);
  const message = {
    to: village === null ? name : t.messages.inVillage(name, village),
    workers,
    until: formatDate(language, payer.payBy),
    sum,
  };
  const text = bucket === "village" ? t.messages.villageText(message) : t.messages.text(message);
  return (
    <Card title={village === null ? name : t.messages.inVillage(name, village)}>
      <p>{sum === null ? t.messages.workers(workers) : t.messages.owes(workers, sum)}</p>
      <blockquote>{text}</blockquote>
      <Actions>
        <ButtonLink
          look="plain"
          small
          href={`https://wa.me/?text=${encodeURIComponent(text)}`}
          rel="noreferrer"
          target="_blank"
        >
          {t.messages.open}
        </ButtonLink>
        {operation !== null && (
          <Form method="post">
            <OperationField id={operation} />
            <input type="hidden" name="sumber" value={fundSource} />
            <input type="hidden" name="desa" value={payer.villageCode ?? ""} />
            <input type="hidden" name="batas" value={bucket} />
            <Button look="plain" small>
              {t.messages.mark(formatNumber(language, payer.untold))}
            </Button>
          </Form>
        )}
      </Actions>
    </Card>
  );
}
