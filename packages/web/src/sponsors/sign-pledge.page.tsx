import { redirect } from "react-router";
import { listMonths, monthOf, shiftMonth } from "@tuwai/domain/time";
import { occupationGroups } from "@tuwai/domain/occupations";
import { previewPledge } from "@tuwai/server/sponsors";
import { PriceTable } from "#contributions";
import { listVillageNames } from "#regions";
import { contributionTexts } from "#language/contributions.ts";
import { formatMonth, formatRupiah } from "#language/format.ts";
import { languageOf, localPath, type Language } from "#language/language.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { forUseCase, pageMeta, type Handle } from "#shell";
import { Button, Choices, ErrorSummary, Page, SelectField, TextField, type FormErrors, optionsOf } from "#ui";
import type { Route } from "./+types/sign-pledge.page";
import { neededRupiah, readAnswers, termsOf, writeAnswers } from "./pledge-answers.ts";

export const handle: Handle = { access: "pledge.sign" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

/** Step 1. A GET form: the answers stand in the address, so that nothing is lost when the password is asked between. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const t = sponsorTexts[language].sign;
  const [app, actor] = forUseCase(context);
  const thisMonth = monthOf(app.clock.today());
  const answers = readAnswers(searchParams, thisMonth);
  const read = termsOf(answers, thisMonth);
  const fromMonth = "terms" in read ? read.terms.fromMonth : thisMonth;
  const { prices, explained } = await previewPledge(app, actor, { fromMonth });
  const needed = neededRupiah(prices, 1);
  const errors = searchParams.has("periksa") ? errorsOf(language, read, prices) : {};
  if (searchParams.has("periksa") && Object.keys(errors).length === 0) {
    throw redirect(`${localPath(language, "/sponsor/saya/ikrar/periksa")}?${writeAnswers(answers)}`);
  }
  return {
    title: t.title,
    answers,
    errors,
    prices,
    explained,
    needed: needed === null ? "" : formatRupiah(language, needed),
    months: listMonths(thisMonth, shiftMonth(thisMonth, 6)),
    villages: await listVillageNames(app, actor),
    groups: occupationGroups,
  };
}

function errorsOf(
  language: Language,
  read: ReturnType<typeof termsOf>,
  prices: Parameters<typeof neededRupiah>[0],
): FormErrors {
  const t = sponsorTexts[language].sign.errors;
  const words = { jumlah: t.count, batas: t.cap, mulai: t.from, cara: t.channel, calon: t.nominated };
  if ("problems" in read)
    return Object.fromEntries(read.problems.map((problem) => [problem, words[problem]]));
  const needed = neededRupiah(prices, read.terms.workerCount);
  if (needed === null) return { mulai: t.noRate };
  return read.terms.capRupiah < needed ? { batas: t.capBelow(formatRupiah(language, needed)) } : {};
}

export default function SignPledgePage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(sponsorTexts);
  const language = useLanguage();
  const { answers } = page;
  const errors: FormErrors = page.errors;
  const { channels } = t.mine;
  return (
    <Page title={page.title} lead={t.sign.lead} narrow>
      <ErrorSummary errors={errors} />
      <PriceTable prices={page.prices} explained={page.explained} />
      <form method="get" className="form" noValidate>
        <input type="hidden" name="periksa" value="ya" />
        <TextField
          name="jumlah"
          label={t.sign.count}
          hint={t.sign.countHint}
          inputMode="numeric"
          width="short"
          defaultValue={answers.jumlah}
          error={errors["jumlah"]}
        />
        <TextField
          name="batas"
          label={t.sign.cap}
          hint={page.needed === "" ? undefined : t.sign.capHint(page.needed)}
          inputMode="numeric"
          width="middle"
          defaultValue={answers.batas}
          error={errors["batas"]}
        />
        <SelectField
          name="mulai"
          label={t.sign.from}
          defaultValue={answers.mulai}
          options={page.months.map((month) => ({ value: month, label: formatMonth(language, month) }))}
          error={errors["mulai"]}
        />
        <Choices
          name="cara"
          label={t.sign.channel}
          options={optionsOf(channels)}
          value={answers.cara}
          error={errors["cara"]}
        />
        <Choices
          name="pilih"
          label={t.sign.chooser}
          options={optionsOf(t.sign.choosers)}
          value={answers.pilih}
        />
        <Wishes page={page} error={errors["calon"]} />
        <div>
          <Button>{t.sign.check}</Button>
        </div>
      </form>
    </Page>
  );
}

type WishesProps = {
  readonly page: Route.ComponentProps["loaderData"];
  readonly error: string | undefined;
};

function Wishes({ page, error }: WishesProps) {
  const t = useTexts(sponsorTexts).sign;
  const c = useTexts(contributionTexts);
  const { answers } = page;
  return (
    <fieldset className="field stack">
      <legend>{t.wishes}</legend>
      <p className="hint">{t.wishesHint}</p>
      <SelectField
        name="desa"
        label={t.village}
        defaultValue={answers.desa}
        options={[
          { value: "", label: t.anyVillage },
          ...page.villages.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <SelectField
        name="kerja"
        label={t.work}
        defaultValue={answers.kerja}
        options={[
          { value: "", label: t.anyWork },
          ...page.groups.map((group) => ({ value: group, label: c.occupations[group] })),
        ]}
      />
      <TextField
        name="calon"
        label={t.nominated}
        hint={t.nominatedHint}
        width="middle"
        maxLength={80}
        autoComplete="off"
        defaultValue={answers.calon}
        error={error}
      />
      <Choices
        name="hanya"
        label={t.strict}
        several
        options={[{ value: "ya", label: t.yes }]}
        value={answers.hanya}
      />
    </fieldset>
  );
}
