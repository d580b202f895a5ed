import { Fragment } from "react";
import { data, Form } from "react-router";
import { listMonths, monthOf, parseMonth, shiftMonth } from "@tuwai/domain/time";
import { may } from "@tuwai/server/access";
import { type ComposeOutcome, composePacket, type LeftOut } from "@tuwai/server/packets";
import { wordOf } from "#language/word-of.ts";
import { formText, forUseCase, OperationField, pageMeta, readOperationId, type Handle } from "#shell";
import { enrolmentTexts } from "#language/enrolment.ts";
import { formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Button, ButtonLink, ErrorSummary, Notice, Page, SelectField, Table, type FormErrors } from "#ui";
import type { Route } from "./+types/compose-packet.page";
import { Mended } from "./mended.tsx";
import { PacketSteps } from "./packet-steps.tsx";

export const handle: Handle = { access: "enrolment.submit" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const thisMonth = monthOf(app.clock.today());
  return {
    title: enrolmentTexts[languageOf(new URL(request.url).pathname)].compose.title,
    operation: app.newId(),
    mayEdit: may(actor, "worker.update"),
    months: listMonths(thisMonth, shiftMonth(thisMonth, 2)),
  };
}

type Answer = { readonly errors: FormErrors; readonly outcome: ComposeOutcome | null };

/** Answers with the page itself, because who stays behind and why is told once, here. Sending twice composes once. */
export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = enrolmentTexts[language].compose;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const month = parseMonth(formText(form, "bulan"));
  if (month === undefined) return data<Answer>({ errors: { bulan: t.monthMissing }, outcome: null }, 422);
  const outcome = await composePacket(app, actor, { operationId: readOperationId(form, app), month });
  if (outcome.outcome === "composed") return data<Answer>({ errors: {}, outcome });
  const bulan = outcome.reasons.map((reason) => t.refused[reason]).join(" ");
  return data<Answer>({ errors: { bulan }, outcome }, 422);
}

export default function ComposePacketPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(enrolmentTexts);
  const to = useLocalPath();
  const outcome = actionData?.outcome ?? null;
  const isComposed = outcome?.outcome === "composed";
  return (
    <Page
      title={page.title}
      lead={t.compose.lead}
      crumbs={[{ href: to("/kepesertaan"), label: t.list.title }, { label: page.title }]}
    >
      <ErrorSummary errors={actionData?.errors} />
      <div className="columns columns-wide-first">
        <div className="stack">
          {isComposed ? (
            <Composed outcome={outcome} />
          ) : (
            <MonthForm page={page} errors={actionData?.errors ?? {}} />
          )}
        </div>
        <PacketSteps now={isComposed ? "check" : "compose"} />
      </div>
      {outcome !== null && outcome.leftOut.length > 0 && (
        <LeftBehind leftOut={outcome.leftOut} mayEdit={page.mayEdit} />
      )}
    </Page>
  );
}

function MonthForm(props: { page: Route.ComponentProps["loaderData"]; errors: FormErrors }) {
  const t = useTexts(enrolmentTexts).compose;
  const language = useLanguage();
  const to = useLocalPath();
  const { page, errors } = props;
  return (
    <Form method="post" className="form">
      <OperationField id={page.operation} />
      <SelectField
        name="bulan"
        label={t.month}
        options={page.months.map((month) => ({ value: month, label: formatMonth(language, month) }))}
        error={errors["bulan"]}
      />
      <div className="actions">
        <Button>{t.submit}</Button>
        <a href={`${to("/kepesertaan")}?status=ready`}>{t.ready}</a>
      </div>
    </Form>
  );
}

type Composed = Extract<ComposeOutcome, { outcome: "composed" }>;

function Composed({ outcome }: { readonly outcome: Composed }) {
  const t = useTexts(enrolmentTexts).compose;
  const language = useLanguage();
  const to = useLocalPath();
  return outcome.packets.map(({ code, lines, totalRupiah }) => (
    <Fragment key={code}>
      <Notice tone="ok" announce>
        {t.composed(code, formatNumber(language, lines), formatRupiah(language, totalRupiah))}
      </Notice>
      <div>
        <ButtonLink href={to(`/kepesertaan/pendaftaran/${code}`)}>{t.open(code)}</ButtonLink>
      </div>
    </Fragment>
  ));
}

function LeftBehind({
  leftOut,
  mayEdit,
}: {
  readonly leftOut: readonly LeftOut[];
  readonly mayEdit: boolean;
}) {
  const t = useTexts(enrolmentTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const c = t.compose.leftColumns;
  return (
    <>
      <h2>{t.compose.leftTitle(formatNumber(language, leftOut.length))}</h2>
      <Table
        caption={t.compose.leftCaption}
        rows={leftOut}
        keyOf={({ enrolmentId }) => enrolmentId}
        columns={[
          {
            key: "person",
            head: c.person,
            cell: ({ personCode }) =>
              personCode === undefined ? (
                t.compose.unknown
              ) : (
                <a href={to(`/pekerja/${personCode}`)}>{personCode}</a>
              ),
          },
          {
            key: "reasons",
            phone: "wide",
            head: c.reasons,
            cell: ({ reasons, personCode }) => (
              <ul>
                {reasons.map((reason) => (
                  <li key={reason}>
                    {wordOf(t.lineReasons, reason)}
                    <Mended reason={reason} code={personCode} mayEdit={mayEdit} />
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </>
  );
}
