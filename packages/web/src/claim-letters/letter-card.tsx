import type { ReactElement } from "react";
import type { ListedLetter } from "@tuwai/server/claim-letters";
import { claimLetterTexts } from "#language/claim-letters.ts";
import { dayOf } from "#language/day-of.ts";
import { formatNumber } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Actions, Button, Card, Disclosure, Tag } from "#ui";

type Props = { readonly of: ListedLetter; readonly address: string };

/** One letter: what it is for, who signs, what is missing, and its file on either paper. Stands in a form that holds the reason. */
export function LetterCard({ of, address }: Props): ReactElement {
  const t = useTexts(claimLetterTexts);
  const language = useLanguage();
  const { letter, signers, lacks, blanks, madeAt } = of;
  const names = new Intl.ListFormat(language).format(signers.map((signer) => t.signers[signer]));
  return (
    <Card title={t.names[letter]} id={letter}>
      <p>
        <Tag status={lacks.length === 0 ? "active" : "waiting"}>
          {lacks.length === 0 ? t.ready : t.lacking}
        </Tag>
      </p>
      <p>{t.what[letter]}</p>
      <p>
        {t.signs}: {names}.
      </p>
      {lacks.length > 0 && (
        <>
          <p>{t.lacksTitle}:</p>
          <ul>
            {lacks.map((lack) => (
              <li key={lack}>{t.lacks[lack]}</li>
            ))}
          </ul>
        </>
      )}
      <Disclosure summary={t.byHand(formatNumber(language, blanks.length))}>
        <ul>
          {blanks.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </Disclosure>
      <p className="quiet small">{madeAt === null ? t.notMade : t.madeAt(dayOf(language, madeAt))}</p>
      <Actions>
        <Button look="plain" small formAction={`${address}/${letter}.pdf`} name="kertas" value="f4">
          {t.pdf.f4}
        </Button>
        <Button look="plain" small formAction={`${address}/${letter}.pdf`} name="kertas" value="a4">
          {t.pdf.a4}
        </Button>
        <Button look="plain" small formAction={`${address}/${letter}.html`} name="kertas" value="f4">
          {t.word}
        </Button>
      </Actions>
    </Card>
  );
}
