import type { CapAsk } from "@tuwai/server/sponsors";
import type { ReactElement } from "react";
import { formatMonth, formatRupiah } from "#language/format.ts";
import { raiseCapTexts } from "#language/raise-cap.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Actions, ButtonLink, Card } from "#ui";

/** The manager's question to the sponsor: the price rises above what the pledge allows. */
export function CapAskNotice(props: { readonly ask: CapAsk; readonly capRupiah: number }): ReactElement {
  const t = useTexts(raiseCapTexts).ask;
  const language = useLanguage();
  const to = useLocalPath();
  const rupiah = (amount: number) => formatRupiah(language, amount);
  const { month, neededRupiah } = props.ask;
  return (
    <Card title={t.title}>
      <p>{t.what(formatMonth(language, month), rupiah(neededRupiah), rupiah(props.capRupiah))}</p>
      <Actions>
        <ButtonLink href={to("/sponsor/saya/batas")}>{t.answer}</ButtonLink>
        <ButtonLink look="plain" href={to("/sponsor/saya/berhenti")}>
          {t.stop}
        </ButtonLink>
      </Actions>
    </Card>
  );
}
