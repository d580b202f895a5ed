import { helpTexts } from "#language/help.ts";
import { importTexts } from "#language/imports.ts";
import { languageOf } from "#language/language.ts";
import { outlookTexts } from "#language/outlook.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { pageMeta, useSite, type Handle } from "#shell";
import { Card, ContactLinks, Disclosure, LinkChips, Notice, Page, withQuery } from "#ui";
import type { Route } from "./+types/help.page";
import { articles, topics } from "./articles.ts";

export const headers = () => ({ "Cache-Control": "public, max-age=60" });
export const handle: Handle = { access: "public" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(helpTexts[languageOf(location.pathname)].title);

/** Only a topic of the list is read from the address: no names are searched here. */
export function loader({ request }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams.get("topik");
  return { topic: topics.find((topic) => topic === asked) ?? null };
}

export default function HelpPage({ loaderData: { topic } }: Route.ComponentProps) {
  const t = useTexts(helpTexts);
  const to = useLocalPath();
  const { contacts } = useSite();
  const shown = articles.filter((article) => topic === null || article.topic === topic);
  const choices = [null, ...topics].map((each) => ({
    href: `${to("/bantuan")}${withQuery("", { topik: each })}#cara`,
    label: each === null ? t.allTopics : t.topics[each],
    current: each === topic,
  }));
  return (
    <Page title={t.title} lead={t.lead} narrow>
      <Card title={t.ask} id="kontak">
        <ContactLinks numbers={contacts} missing />
        <p>{t.askVillage}</p>
        <Notice tone="warn">{t.safety}</Notice>
      </Card>
      <Card title={topic === null ? t.how : `${t.how}: ${t.topics[topic]}`} id="cara">
        <LinkChips label={t.topicLabel} choices={choices} />
        <div>
          {shown.map((article) => (
            <Article key={article.id} {...article} />
          ))}
        </div>
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
      <Card title={t.lists}>
        <p>{t.listsText}</p>
        <p>
          <a href={to("/impor/baru")}>{t.listsLink}</a>
        </p>
      </Card>
      <Card title={t.keys}>
        <p>{t.keysText}</p>
      </Card>
    </Page>
  );
}

/** The id stands inside: browsers open the disclosure around what an address points at. */
function Article({ id, templates = [] }: (typeof articles)[number]) {
  const t = useTexts(helpTexts);
  const to = useLocalPath();
  const { kinds } = useTexts(importTexts);
  const { template } = useTexts(outlookTexts).ways;
  const { title, steps, trouble } = t.articles[id];
  return (
    <Disclosure summary={title}>
      <ol className="numbered" id={id}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="quiet">{trouble}</p>
      {templates.map((kind) => (
        <p key={kind}>
          <a href={to(`/impor/templat/${kind}`)}>{template}</a>: {kinds[kind]}
        </p>
      ))}
    </Disclosure>
  );
}
