import { data, Form, redirect } from "react-router";
import { monthOf } from "@tuwai/domain/time";
import { pledgeReaders, signPledge, type SignRefusal } from "@tuwai/server/sponsors";
import { wordOf } from "#language/word-of.ts";
import { listVillageNames } from "#regions";
import { flash, formText, forUseCase, OperationField, pageMeta, readOperationId, type Handle } from "#shell";
import { contributionTexts } from "#language/contributions.ts";
import { formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath, type Language } from "#language/language.ts";
import { consentTextVersion, sponsorTexts } from "#language/sponsors.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Choices,
  DescriptionList,
  ErrorSummary,
  Page,
  type FormErrors,
} from "#ui";
import { requireProof } from "#accounts";
import type { Route } from "./+types/check-pledge.page";
import { useReaders } from "./use-readers.ts";
import { readAnswers, termsOf, writeAnswers, type PledgeAnswers } from "./pledge-answers.ts";

export const handle: Handle = { access: "pledge.sign" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

type Asked = Pick<Route.LoaderArgs, "request" | "context">;

/** Terms from the address; whoever comes with faulty ones goes back to step 1, which says what to mend. */
function readTerms({ request, context }: Asked) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const [app, actor] = forUseCase(context);
  const thisMonth = monthOf(app.clock.today());
  const answers = readAnswers(searchParams, thisMonth);
  const read = termsOf(answers, thisMonth);
  if ("problems" in read) throw redirect(formPath(language, answers, "&periksa=ya"));
  return { language, app, actor, answers, terms: read.terms };
}

const formPath = (language: Language, answers: PledgeAnswers, more = ""): string =>
  `${localPath(language, "/sponsor/saya/ikrar")}?${writeAnswers(answers)}${more}`;

/** Step 2: everything on one page, the wording of the consent, and the signature. */
export async function loader(args: Route.LoaderArgs) {
  const { language, app, actor, answers, terms } = readTerms(args);
  requireProof(actor);
  const villages = await listVillageNames(app, actor);
  const place = villages.find(({ code }) => code === terms.wishes.villages?.[0])?.name;
  return {
    title: sponsorTexts[language].sign.checkTitle,
    operation: app.newId(),
    terms,
    place,
    editHref: formPath(language, answers),
    version: consentTextVersion,
    readers: pledgeReaders(),
  };
}

type Answer = { readonly errors: FormErrors };

export async function action(args: Route.ActionArgs) {
  const { language, app, actor, terms } = readTerms(args);
  const t = sponsorTexts[language].sign;
  const form = await args.request.formData();
  if (formText(form, "setuju") === "") return data<Answer>({ errors: { setuju: t.errors.consent } }, 422);
  const operationId = readOperationId(form, app);
  const answer = await signPledge(app, actor, { operationId, ...terms, consentTextVersion });
  if (answer.outcome === "refused")
    return data<Answer>({ errors: refusalsOf(language, answer.reasons) }, 422);
  const headers = flash("ok", t.signed(answer.code));
  throw redirect(localPath(language, "/sponsor/saya"), { status: 303, headers });
}

function refusalsOf(language: Language, reasons: readonly SignRefusal[]): FormErrors {
  const t = sponsorTexts[language].sign.errors;
  const sentences = reasons.map((refusal) => {
    if (refusal.reason === "cap-below-price") return t.capBelow(formatRupiah(language, refusal.neededRupiah));
    const words = {
      "already-pledged": t.alreadyPledged,
      "month-in-past": t.from,
      "no-rate": t.noRate,
      "consent-text-missing": t.consent,
      "worker-count": t.count,
    };
    return words[refusal.reason];
  });
  return { "": sentences.join(" ") };
}

export default function CheckPledgePage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(sponsorTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { terms } = page;
  const cap = formatRupiah(language, terms.capRupiah);
  const month = formatMonth(language, terms.fromMonth);
  const channel = t.mine.channels[terms.channel];
  const errors = actionData?.errors;
  const readers = useReaders(page.readers);
  return (
    <Page
      title={page.title}
      lead={t.sign.checkLead}
      narrow
      crumbs={[{ href: to("/sponsor/saya"), label: t.mine.title }, { label: page.title }]}
    >
      <ErrorSummary errors={errors} />
      <DescriptionList
        facts={[
          { name: t.mine.count, value: formatNumber(language, terms.workerCount) },
          { name: t.mine.cap, value: cap },
          { name: t.mine.since, value: month },
          { name: t.mine.channel, value: channel },
          { name: t.sign.chooser, value: t.sign.choosers[terms.chooses] },
          { name: t.sign.wish, value: useWishes(page) },
        ]}
      />
      <Card title={t.sign.consentTitle}>
        <p>{t.sign.consent(cap, month, channel, readers.join(", "))}</p>
        <p className="quiet small">{t.sign.version(page.version)}</p>
      </Card>
      <Form method="post" className="form" noValidate>
        <OperationField id={page.operation} />
        <Choices
          name="setuju"
          label={t.sign.agree}
          several
          options={[{ value: "ya", label: t.sign.agreed }]}
          error={errors?.["setuju"]}
        />
        <Actions>
          <Button>{t.sign.submit}</Button>
          <ButtonLink look="plain" href={page.editHref}>
            {t.sign.edit}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  );
}

function useWishes({ terms: { wishes }, place }: Route.ComponentProps["loaderData"]): string {
  const t = useTexts(sponsorTexts).sign;
  const c = useTexts(contributionTexts);
  const parts = [
    ...(wishes.nominatedCodes ?? []),
    ...(place === undefined ? [] : [place]),
    ...(wishes.workGroups ?? []).map((group) => wordOf(c.occupations, group)),
    ...(wishes.nothingElse === true ? [t.only] : []),
  ];
  return parts.length === 0 ? t.noWish : parts.join(", ");
}
