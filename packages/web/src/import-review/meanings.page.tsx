import { data, Form, redirect } from "react-router";
import { isMeaningField, valueMeanings } from "@tuwai/domain/intake";
import { explainWord } from "@tuwai/server/imports";
import { listUnknownWords } from "@tuwai/server/import-review";
import { ImportFrame, importPath, loadImport } from "#imports";
import { importFieldTexts } from "#language/import-fields.ts";
import { formatNumber } from "#language/format.ts";
import { valueMeaningTexts } from "#language/value-meanings.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { flash, formText, OperationField, pageMeta, readOperationId, type Handle } from "#shell";
import { Actions, Button, ButtonLink, Card, EmptyState, SelectField } from "#ui";
import type { Route } from "./+types/meanings.page";

export const handle: Handle = { access: "import.read_report" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, language, batch, shown } = await loadImport(args, "periksa");
  const words = await listUnknownWords(app, actor, { batchId: batch.id });
  return {
    title: valueMeaningTexts[language].title,
    batch: shown,
    words: words.map((word, index) => ({ ...word, place: `arti-${index}`, operation: app.newId() })),
    back: importPath(language, batch.code, "periksa"),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, language, batch } = await loadImport(args, "periksa");
  const t = valueMeaningTexts[language];
  const form = await args.request.formData();
  const place = formText(form, "tempat");
  const meaning = formText(form, place);
  if (meaning === "") return data({ [place]: t.unchosen }, 422);
  await explainWord(app, actor, {
    operationId: readOperationId(form, app),
    batchId: batch.id,
    version: Number(formText(form, "versi")),
    field: formText(form, "kolom"),
    text: formText(form, "kata"),
    meaning,
  });
  throw redirect(importPath(language, batch.code, ""), { status: 303, headers: flash("ok", t.saved) });
}

export default function MeaningsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(valueMeaningTexts);
  return (
    <ImportFrame batch={page.batch} title={page.title} lead={t.lead} step="check">
      {page.words.length === 0 && <EmptyState title={t.none} />}
      {page.words.map((word) => (
        <WordCard
          key={`${word.field} ${word.word}`}
          word={word}
          version={page.batch.version}
          error={actionData?.[word.place]}
        />
      ))}
      <Actions>
        <ButtonLink look="plain" href={page.back}>
          {t.back}
        </ButtonLink>
      </Actions>
    </ImportFrame>
  );
}

type Word = Route.ComponentProps["loaderData"]["words"][number];

type CardProps = { readonly word: Word; readonly version: number; readonly error: string | undefined };

/** One word, the rows that wait for it, and the meanings it may have; the likely one is named and not chosen. */
function WordCard({ word, version, error }: CardProps) {
  const t = useTexts(valueMeaningTexts);
  const fields = useTexts(importFieldTexts).fields;
  const language = useLanguage();
  const { field, suggests } = word;
  if (!isMeaningField(field)) return null;
  const meanings: Readonly<Record<string, string>> = t.meanings[field];
  return (
    <Card title={t.word(word.word)}>
      <p>{t.rows(fields[field], formatNumber(language, word.rows))}</p>
      <Form method="post" className="stack" noValidate>
        <OperationField id={word.operation} />
        <input type="hidden" name="versi" value={version} />
        <input type="hidden" name="tempat" value={word.place} />
        <input type="hidden" name="kolom" value={field} />
        <input type="hidden" name="kata" value={word.word} />
        <SelectField
          name={word.place}
          label={t.means}
          error={error}
          {...(suggests === null ? {} : { hint: t.likely(meanings[suggests] ?? suggests) })}
          options={[
            { value: "", label: t.choose },
            ...valueMeanings[field].map((meaning) => ({
              value: meaning,
              label: meanings[meaning] ?? meaning,
            })),
          ]}
        />
        <div>
          <Button>{t.submit}</Button>
        </div>
      </Form>
    </Card>
  );
}
