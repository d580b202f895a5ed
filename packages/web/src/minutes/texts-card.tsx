import type { ShownText } from "@tuwai/server/minutes";
import type { ReactElement } from "react";
import { accountTexts } from "#language/accounts.ts";
import { formatInstant } from "#language/format.ts";
import { minutesTexts } from "#language/minutes.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card } from "#ui";

type Props = { readonly texts: readonly ShownText[]; readonly base: string };

/** The parts that people write, with who wrote last. */
export function TextsCard({ texts, base }: Props): ReactElement {
  const t = useTexts(minutesTexts).texts;
  return (
    <Card title={t.title}>
      {texts.map((text) => (
        <section key={text.part}>
          <h3>{t.parts[text.part]}</h3>
          <Said text={text} />
          <p>
            <a href={`${base}/naskah/${text.part}`}>{t.edit(t.parts[text.part].toLowerCase())}</a>
          </p>
        </section>
      ))}
    </Card>
  );
}

function Said({ text: { body, versions } }: { readonly text: ShownText }) {
  const t = useTexts(minutesTexts).texts;
  const { roles } = useTexts(accountTexts);
  const language = useLanguage();
  const last = versions[0];
  return (
    <>
      {body === "" ? (
        <p className="quiet">{t.empty}</p>
      ) : (
        body.split("\n").map((line) => <p key={line}>{line}</p>)
      )}
      <p className="quiet small">
        {last === undefined ? t.made : t.by(roles[last.writtenRole], formatInstant(language, last.writtenAt))}
      </p>
    </>
  );
}
