import { data, Form, redirect } from "react-router";
import { countBothSides, fundByCity, listWaiting, type PublicFund } from "@tuwai/server/matching";
import { sumPledges } from "@tuwai/server/sponsors";
import { villageNamer } from "#regions";
import {
  flash,
  formText,
  forUseCase,
  OperationField,
  pageMeta,
  readIds,
  readOperationId,
  type Handle,
} from "#shell";
import {
  Button,
  ButtonLink,
  Card,
  Choices,
  EmptyState,
  ErrorSummary,
  type FormErrors,
  Notice,
  Page,
  Pagination,
  readPage,
  optionsOf,
} from "#ui";
import { formatNumber } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import type { Route } from "./+types/waiting.page";
import { SponsorTabs } from "#sponsors";
import { OfficeTable } from "./office-table.tsx";
import { RefusedList, type Refused } from "./refused-list.tsx";
import { WaitingTable } from "./waiting-table.tsx";

export const handle: Handle = { access: "pledge.match" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const [app, actor] = forUseCase(context);
  const list = await listWaiting(app, actor, { page: readPage(searchParams) });
  const nameOf = await villageNamer(app, actor);
  return {
    ...list,
    title: sponsorTexts[languageOf(pathname)].waiting.title,
    operation: app.newId(),
    rows: list.rows.map((row) => ({ ...row, village: nameOf(row.person.villageCode) ?? "" })),
    ...(await countBothSides(app, actor)),
    offices: (await sumPledges(app, actor)).filter(({ pledges }) => pledges > 0),
  };
}

const sources: readonly PublicFund[] = ["apbd", "apbdes", "csr"];

type Answer = {
  readonly errors: FormErrors;
  readonly refused: readonly Refused[];
  readonly done: string | null;
};

/** Funds the ticked workers. All at once when that went well; otherwise the page says who stays and why. */
export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = sponsorTexts[language].waiting;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const fundSource = sources.find((known) => known === formText(form, "sumber"));
  const chosen = readIds(form, form.has("semua") ? "tampil" : "orang");
  const errors: FormErrors = {
    ...(chosen.length === 0 ? { orang: t.errors.choose } : {}),
    ...(fundSource === undefined ? { sumber: t.errors.source } : {}),
  };
  if (chosen.length === 0 || fundSource === undefined)
    return data<Answer>({ errors, refused: [], done: null }, 422);
  const operationId = readOperationId(form, app);
  const answer = await fundByCity(app, actor, { operationId, personIds: chosen, fundSource });
  const done = t.funded(formatNumber(language, answer.funded.length), t.sources[fundSource]);
  const refused = answer.refused.map(({ personCode, personId, reasons }): Refused => ({
    name: personCode ?? personId,
    reasons,
  }));
  if (refused.length > 0) {
    return data<Answer>({ errors: {}, refused, done: answer.funded.length > 0 ? done : null });
  }
  throw redirect(localPath(language, "/sponsor"), { status: 303, headers: flash("ok", done) });
}

export default function SponsorsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(sponsorTexts).waiting;
  const language = useLanguage();
  const number = (value: number): string => formatNumber(language, value);
  return (
    <Page title={page.title} lead={t.lead(number(page.waiting), number(page.freePlaces))}>
      <SponsorTabs here="waiting" />
      <ErrorSummary errors={actionData?.errors} />
      {actionData && actionData.done !== null && (
        <Notice tone="ok" announce>
          {actionData.done}
        </Notice>
      )}
      {actionData && actionData.refused.length > 0 && (
        <RefusedList title={t.refusedTitle(number(actionData.refused.length))} refused={actionData.refused} />
      )}
      <Gap waiting={page.waiting} places={page.freePlaces} />
      {page.rows.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <Form method="post" className="stack" noValidate>
          <OperationField id={page.operation} />
          <WaitingTable rows={page.rows} />
          {page.rows.map(({ personId }) => (
            <input key={personId} type="hidden" name="tampil" value={personId} />
          ))}
          <FundFields count={page.rows.length} errors={actionData?.errors ?? {}} />
        </Form>
      )}
      <Pagination page={page.page} pages={page.pages} />
      <OfficeTable offices={page.offices} />
    </Page>
  );
}

/** Which side is short, and what can be done about it. */
function Gap({ waiting, places }: { readonly waiting: number; readonly places: number }) {
  const t = useTexts(sponsorTexts).waiting;
  const language = useLanguage();
  const to = useLocalPath();
  if (waiting === 0 && places === 0) return null;
  const short = formatNumber(language, Math.abs(waiting - places));
  const sentence =
    waiting > places ? t.shortOfSponsors(short) : waiting < places ? t.shortOfWorkers(short) : t.balanced;
  return (
    <Notice tone={waiting > places ? "warn" : "info"}>
      <p>{sentence}</p>
      {waiting > 0 && places > 0 && (
        <ButtonLink small look="plain" href={to("/sponsor/penjodohan")}>
          {t.goMatch}
        </ButtonLink>
      )}
    </Notice>
  );
}

function FundFields({ count, errors }: { readonly count: number; readonly errors: FormErrors }) {
  const t = useTexts(sponsorTexts).waiting;
  const language = useLanguage();
  return (
    <Card title={t.fundTitle}>
      <p>{t.fundLead}</p>
      <Choices
        name="semua"
        label={t.all}
        several
        options={[{ value: "ya", label: t.allLabel(formatNumber(language, count)) }]}
      />
      <Choices name="sumber" label={t.source} options={optionsOf(t.sources)} error={errors["sumber"]} />
      <div>
        <Button look="plain">{t.fund}</Button>
      </div>
    </Card>
  );
}
