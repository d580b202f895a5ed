import { helpTexts } from "#language/help.ts";
import { languageOf } from "#language/language.ts";
import { useTexts } from "#language/use-texts.ts";
import { pageMeta, type Handle } from "#shell";
import { Card, DescriptionList, Disclosure, Notice, Page } from "#ui";
import type { Route } from "./+types/help.page";

export const headers = () => ({ "Cache-Control": "public, max-age=60" });
export const handle: Handle = { access: "public" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(helpTexts[languageOf(location.pathname)].title);

export default function HelpPage() {
  const t = useTexts(helpTexts);
  return (
    <Page title={t.title} lead={t.lead} narrow>
      <Card title={t.ask}>
        <DescriptionList facts={t.askRows} />
        <Notice tone="warn">{t.safety}</Notice>
      </Card>
      <Card title={t.reading}>
        <div>
          {t.faq.map(({ q, a }) => (
            <Disclosure key={q} summary={q}>
              <p>{a}</p>
            </Disclosure>
          ))}
        </div>
      </Card>
      <Card title={t.keys}>
        <p>{t.keysText}</p>
      </Card>
    </Page>
  );
}
