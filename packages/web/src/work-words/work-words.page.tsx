import { data, Form, redirect } from "react-router";
import { valueMeanings } from "@tuwai/domain/intake";
import { explainWork, listUnknownWork } from "@tuwai/server/work-words";
import { formatNumber } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { workWordsTexts } from "#language/work-words.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, formText, OperationField, pageMeta, readOperationId, type Handle } from "#shell";
import { Button, Card, NothingWaits, Notice, Page, SelectField } from "#ui";
import type { Route } from "./+types/work-words.page";

export const handle: Handle = { access: "worker.update" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { words, total } = await listUnknownWork(app, actor);
  return {
    title: workWordsTexts[languageOf(new URL(request.url).pathname)].title,
    words: words.map((word, index) => ({ ...word, place: `arti-${index}`, operation: app.newId() })),
    total,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = workWordsTexts[language];
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const text = formText(form, "kata");
  const meaning = formText(form, formText(form, "tempat"));
  if (meaning === "") return data({ word: text, error: t.unchosen }, 422);
  const operationId = readOperationId(form, app);
  const answer = await explainWork(app, actor, { operationId, text, meaning });
  if (answer.outcome === "refused") return data({ word: text, error: t.gone }, 409);
  throw redirect(localPath(language, "/arti-pekerjaan"), { status: 303, headers: flash("ok", t.saved) });
}

export default function WorkWordsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(workWordsTexts);
  const language = useLanguage();
  const isGone = actionData !== undefined && page.words.every(({ word }) => word !== actionData.word);
  return (
    <Page title={page.title} lead={t.lead} narrow>
      {page.words.length === 0 && <NothingWaits title={t.none} fills={t.fills} />}
      {isGone && (
        <Notice tone="warn" announce>
          {actionData.error}
        </Notice>
      )}
      {page.total > page.words.length && <p>{t.more(formatNumber(language, page.total))}</p>}
      {page.words.map((word) => (
        <WordCard
          key={word.word}
          word={word}
          error={actionData?.word === word.word ? actionData.error : undefined}
        />
      ))}
    </Page>
  );
}

type CardProps = {
  readonly word: Route.ComponentProps["loaderData"]["words"][number];
  readonly error: string | undefined;
};

/** One word, the people who wait for it, and what it may mean; the likely meaning is named and not chosen. */
function WordCard({ word, error }: CardProps) {
  const t = useTexts(workWordsTexts);
  const language = useLanguage();
  return (
    <Card title={t.word(word.word)}>
      <p>{t.people(formatNumber(language, word.people))}</p>
      <Form method="post" className="stack" noValidate>
        <OperationField id={word.operation} />
        <input type="hidden" name="tempat" value={word.place} />
        <input type="hidden" name="kata" value={word.word} />
        <SelectField
          name={word.place}
          label={t.means}
          error={error}
          {...(word.suggests === null ? {} : { hint: t.likely(t.meanings[word.suggests]) })}
          options={[
            { value: "", label: t.choose },
            ...valueMeanings.occupation.map((group) => ({ value: group, label: t.meanings[group] })),
          ]}
        />
        <div>
          <Button>{t.submit}</Button>
        </div>
      </Form>
    </Card>
  );
}
