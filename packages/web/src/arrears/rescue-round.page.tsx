import { may } from "@tuwai/server/access";
import { isAppError } from "@tuwai/server/app";
import { getRescue, type ShownRescue, undoRescue } from "@tuwai/server/arrears";
import { data, redirect } from "react-router";
import { dayOf } from "#language/day-of.ts";
import { formatDate, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { rescueTexts } from "#language/rescues.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { villageNamer } from "#regions";
import { flash, forUseCase, formText, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Actions, Button, ErrorSummary, Page, type Status, Table, Tag, TextField } from "#ui";
import type { Route } from "./+types/rescue-round.page";

export const handle: Handle = { access: "arrears.rescue.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(rescueTexts[languageOf(location.pathname)].round);

export async function loader({ context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const round = await getRescue(app, actor, { roundId: params.penyelamatan });
  const villageOf = await villageNamer(app, actor);
  const today = app.clock.today();
  return {
    ...round,
    rescues: round.rescues.map((rescue) => ({
      ...rescue,
      state: stateOf(rescue, today),
      village: villageOf(rescue.person.villageCode) ?? "",
    })),
    operation: may(actor, "arrears.rescue") ? app.newId() : null,
  };
}

type State = "undone" | "saved" | "waiting" | "past";

function stateOf({ undoneAt, isSaved, answerBy }: ShownRescue, today: string): State {
  if (undoneAt !== null) return "undone";
  if (isSaved) return "saved";
  return answerBy < today ? "past" : "waiting";
}

/** Takes back those who are ticked, with one reason. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = rescueTexts[language].undo;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const personCodes = form.getAll("pekerja").filter((code): code is string => typeof code === "string");
  if (personCodes.length === 0) return data({ errors: { "": t.nobody } }, 422);
  const roundId = params.penyelamatan;
  const operationId = readOperationId(form, app);
  try {
    const input = { operationId, roundId, personCodes, reason: formText(form, "alasan") };
    const answer = await undoRescue(app, actor, input);
    if (answer.outcome === "refused" && answer.reason === "without-reason")
      return data({ errors: { alasan: t.withoutReason } }, 422);
    const number = (n: number) => formatNumber(language, n);
    const says =
      answer.outcome === "refused"
        ? [t.nothingOpen]
        : [
            ...(answer.workers === 0 ? [] : [t.done(number(answer.workers))]),
            ...(answer.kept.length === 0 ? [] : [t.kept(number(answer.kept.length))]),
          ];
    const isWhole = answer.outcome === "undone" && answer.kept.length === 0;
    throw redirect(localPath(language, `/kepesertaan/tunggakan/penyelamatan/${roundId}`), {
      status: 303,
      headers: flash(isWhole ? "ok" : "warn", says.join(" ")),
    });
  } catch (error) {
    if (isAppError(error) && error.code === "identity-number-in-note")
      return data({ errors: { alasan: t.identityNumber } }, 422);
    throw error;
  }
}

export default function RescueRoundPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(rescueTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const errors = actionData?.errors as Readonly<Record<string, string>> | undefined;
  const open = page.rescues.filter(({ state }) => state !== "undone").length;
  const mayUndo = page.operation !== null && open > 0;
  return (
    <Page
      title={t.roundOf(t.ways[page.way], dayOf(language, page.rescuedAt))}
      lead={t.noPayment}
      crumbs={[
        { href: to("/kepesertaan/tunggakan"), label: t.board },
        { href: to("/kepesertaan/tunggakan/penyelamatan"), label: t.history },
        { label: t.round },
      ]}
    >
      <ErrorSummary errors={errors} />
      {mayUndo && page.operation !== null ? (
        <form method="post" className="form" noValidate>
          <OperationField id={page.operation} />
          <Rescues page={page} mayUndo />
          <TextField
            name="alasan"
            label={t.undo.reason}
            hint={t.undo.reasonHint}
            autoComplete="off"
            error={errors?.["alasan"]}
          />
          <Actions>
            <Button look="danger">{t.undo.button}</Button>
          </Actions>
        </form>
      ) : (
        <Rescues page={page} mayUndo={false} />
      )}
    </Page>
  );
}

const statuses: Readonly<Record<State, Status>> = {
  waiting: "process",
  saved: "active",
  past: "arrears",
  undone: "inactive",
};

type Props = { readonly page: Route.ComponentProps["loaderData"]; readonly mayUndo: boolean };
type Row = Props["page"]["rescues"][number];

function Rescues({ page, mayUndo }: Props) {
  const t = useTexts(rescueTexts);
  const language = useLanguage();
  const rupiah = (n: number) => formatRupiah(language, n);
  return (
    <Table
      caption={t.people(formatNumber(language, page.rescues.length))}
      rows={page.rescues}
      keyOf={({ person: { code, name } }) => code ?? name ?? ""}
      columns={[
        { key: "person", head: t.columns.person, cell: (row) => <Person row={row} mayUndo={mayUndo} /> },
        {
          key: "cost",
          head: t.columns.cost,
          number: true,
          cell: ({ nowRupiah, monthlyRupiah }) =>
            nowRupiah > 0 ? t.once(rupiah(nowRupiah)) : t.monthly(rupiah(monthlyRupiah)),
        },
        { key: "state", head: t.columns.became, phone: "wide", cell: (row) => <Became row={row} /> },
      ]}
    />
  );
}

function Person({
  row: { person, village, state },
  mayUndo,
}: {
  readonly row: Row;
  readonly mayUndo: boolean;
}) {
  const t = useTexts(rescueTexts);
  const to = useLocalPath();
  const { code, name } = person;
  const shown = (
    <>
      {code === undefined ? name : <a href={to(`/pekerja/${code}`)}>{name ?? code}</a>}
      <div className="quiet small">{village}</div>
    </>
  );
  if (!mayUndo || code === undefined || state === "undone") return shown;
  return (
    <div className="choice">
      <input type="checkbox" name="pekerja" value={code} defaultChecked aria-label={t.choose(name ?? code)} />
      <div>{shown}</div>
    </div>
  );
}

function Became({ row: { state, answerBy, undoneAt, undoReason } }: { readonly row: Row }) {
  const t = useTexts(rescueTexts);
  const language = useLanguage();
  const until = formatDate(language, answerBy);
  return (
    <>
      <Tag status={statuses[state]}>{t.states[state]}</Tag>
      <div className="quiet small">
        {state === "undone" && undoneAt !== null && t.undoneOn(dayOf(language, undoneAt), undoReason ?? "")}
        {(state === "waiting" || state === "past") && t.waitedUntil(until)}
      </div>
    </>
  );
}
