import { listMonths, monthOf, shiftMonth } from "@tuwai/domain/time";
import { may, scopeOf } from "@tuwai/server/access";
import { listOfficers } from "@tuwai/server/officers";
import { data, Form, redirect } from "react-router";
import { MembershipTabs } from "#enrolment";
import { formatMonth, formatNumber } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { officerTexts } from "#language/officers.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { listVillageNames } from "#regions";
import { flash, forUseCase, type Handle, OperationField, pageMeta } from "#shell";
import {
  Actions,
  Button,
  Card,
  Choices,
  Disclosure,
  EmptyState,
  ErrorSummary,
  FilterBar,
  type FormErrors,
  Notice,
  optionsOf,
  Page,
  Pagination,
  readPage,
  SelectField,
} from "#ui";
import type { Route } from "./+types/officers.page";
import { actOnOfficers, type OfficersAnswer } from "./act-on-officers.ts";
import { OfficerTable } from "./officer-table.tsx";

export const handle: Handle = { access: "officer.list" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(officerTexts[languageOf(location.pathname)].title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const use = forUseCase(context);
  const [app, actor] = use;
  const villages = await listVillageNames(...use);
  const names = new Map<string, string>(villages.map(({ code, name }) => [code, name]));
  const village = searchParams.get("desa") ?? "";
  const list = await listOfficers(app, actor, {
    page: readPage(searchParams),
    ...(names.has(village) ? { villageCode: village } : {}),
  });
  const thisMonth = monthOf(app.clock.today());
  return {
    ...list,
    rows: list.rows.map((row) => ({ ...row, village: names.get(row.person.villageCode ?? "") ?? "" })),
    villages: scopeOf(actor, "officer.list") === "V" ? [] : villages,
    village,
    mayEnrol: may(actor, "officer.enrol"),
    months: listMonths(shiftMonth(thisMonth, -3), shiftMonth(thisMonth, 1)),
    thisMonth,
    operation: app.newId(),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, search } = new URL(request.url);
  const language = languageOf(pathname);
  const answer = await actOnOfficers(...forUseCase(context), { form: await request.formData(), language });
  if (answer.done === null || answer.refused.length > 0)
    return data<OfficersAnswer>(answer, answer.done === null ? 422 : 200);
  throw redirect(localPath(language, "/kepesertaan/aparatur") + search, {
    status: 303,
    headers: flash("ok", answer.done),
  });
}

export default function OfficersPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(officerTexts);
  const language = useLanguage();
  const number = (n: number) => formatNumber(language, n);
  const { officers, unpaid } = page.counts;
  return (
    <Page
      title={t.title}
      lead={unpaid > 0 ? t.lead(number(officers), number(unpaid)) : t.leadAll(number(officers))}
    >
      <MembershipTabs here="officers" seesArrears seesOfficers />
      <ErrorSummary errors={actionData?.errors} />
      {actionData && <Answered answer={actionData} />}
      <Villages page={page} />
      {page.rows.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : page.mayEnrol ? (
        <Form method="post" className="stack" noValidate>
          <OperationField id={page.operation} />
          <OfficerTable rows={page.rows} mayChoose />
          {page.rows.map(({ personId }) => (
            <input key={personId} type="hidden" name="tampil" value={personId} />
          ))}
          <ActionCard page={page} errors={actionData?.errors ?? {}} />
        </Form>
      ) : (
        <OfficerTable rows={page.rows} mayChoose={false} />
      )}
      <Pagination page={page.page} pages={page.pages} />
      <p className="quiet">{t.how}</p>
    </Page>
  );
}

type PageData = { readonly page: Route.ComponentProps["loaderData"] };

function Answered({ answer }: { readonly answer: OfficersAnswer }) {
  const t = useTexts(officerTexts);
  const language = useLanguage();
  return (
    <>
      {answer.done !== null && (
        <Notice tone="ok" announce>
          {answer.done}
        </Notice>
      )}
      {answer.refused.length > 0 && (
        <Notice tone="warn" title={t.refused.title(formatNumber(language, answer.refused.length))} announce>
          <ul>
            {answer.refused.map(({ name, reasons }) => (
              <li key={name}>
                {name}: {reasons.map((reason) => t.reasons[reason]).join(", ")}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function Villages({ page: { villages, village } }: PageData) {
  const t = useTexts(officerTexts);
  const to = useLocalPath();
  if (villages.length === 0) return null;
  const here = to("/kepesertaan/aparatur");
  return (
    <FilterBar action={here} keep={{}} clearHref={village === "" ? undefined : here}>
      <SelectField
        name="desa"
        label={t.village}
        defaultValue={village}
        options={[
          { value: "", label: t.all },
          ...villages.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
    </FilterBar>
  );
}

function ActionCard({ page, errors }: PageData & { readonly errors: FormErrors }) {
  const t = useTexts(officerTexts).act;
  const language = useLanguage();
  const hasNewWages = page.rows.some(({ newWageRupiah }) => newWageRupiah !== null);
  return (
    <Card title={t.title}>
      <Choices
        name="semua"
        label={t.allLabel}
        several
        options={[{ value: "ya", label: t.everyone(formatNumber(language, page.rows.length)) }]}
      />
      <Actions>
        <Button name="tindakan" value="daftarkan">
          {t.enrol}
        </Button>
        {hasNewWages && (
          <Button look="plain" name="tindakan" value="upah">
            {t.report}
          </Button>
        )}
      </Actions>
      {hasNewWages && <p className="quiet small">{t.reportHint}</p>}
      <Disclosure summary={t.endTitle}>
        <p>{t.endLead}</p>
        <SelectField
          name="bulan"
          label={t.lastMonth}
          defaultValue={page.thisMonth}
          options={page.months.map((month) => ({ value: month, label: formatMonth(language, month) }))}
          error={errors["bulan"]}
        />
        <SelectField
          name="sebab"
          label={t.reason}
          options={[{ value: "", label: "–" }, ...optionsOf(t.endReasons)]}
          error={errors["sebab"]}
        />
        <Button look="plain" name="tindakan" value="akhiri">
          {t.end}
        </Button>
      </Disclosure>
    </Card>
  );
}
