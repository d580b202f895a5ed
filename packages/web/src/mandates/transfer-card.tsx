import type { ReactElement } from "react";
import type { MyMandate } from "@tuwai/server/mandates";
import { mandateTexts } from "#language/mandates.ts";
import { useTexts } from "#language/use-texts.ts";
import { Card, ContactLinks, DescriptionList, Notice } from "#ui";
import { useSite } from "#shell";

/** How to transfer without a treasurer. Without a confirmed account it says so, and asks for no money. */
export function TransferCard({ letter }: { readonly letter: MyMandate["letter"] }): ReactElement {
  const t = useTexts(mandateTexts).transfer;
  const { contacts } = useSite();
  const { receiver } = letter;
  if (receiver === null)
    return (
      <Card title={t.title}>
        <Notice tone="warn">{t.noReceiver}</Notice>
        <ContactLinks numbers={contacts} />
      </Card>
    );
  return (
    <Card title={t.title} id="transfer">
      <DescriptionList
        facts={[
          { name: t.holder, value: receiver.holder },
          { name: t.bank, value: receiver.bank },
          { name: t.number, value: receiver.number },
          { name: t.message, value: letter.code },
          { name: t.most, value: letter.cap },
        ]}
      />
      <ol>
        <li>{t.write(letter.code)}</li>
        {t.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="quiet small">{t.print}</p>
    </Card>
  );
}
