import { may } from "@tuwai/server/access";
import { getAlmsRound, type RoundPreview } from "@tuwai/server/alms";
import { data, redirect } from "react-router";
import { almsDeskTexts } from "#language/alms-desk.ts";
import { formatDate, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { villageNamer } from "#regions";
import { type ActForms, flash, forUseCase, type Handle, pageMeta } from "#shell";
import { Card, Notice, Page, Table, TextField } from "#ui";
import type { Route } from "./+types/round.page";
import { actOnRound, roundActs } from "./act-on-round.ts";
import { HandoverCard } from "./handover-card.tsx";
import { RoundForm } from "./round-form.tsx";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "donation.disburse" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const language = languageOf(new URL(request.url).pathname);
  const round = await getAlmsRound(app, actor, { almsRoundCode: params.kode });
  const nameOf = await villageNamer(app, actor);
  const named = <Row extends { readonly villageCode: string }>(row: Row) => ({
    ...row,
    village: nameOf(row.villageCode) ?? row.villageCode,
  });
  return {
    title: almsDeskTexts[language].round.title(round.title),
    round: { ...round, list: round.list.map(named) },
    candidates: (round.preview?.children ?? []).map(named),
    today: app.clock.today(),
    mayPlan: may(actor, "donation.plan"),
    operations: Object.fromEntries(roundActs.map((act) => [act, app.newId()])),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const form = await request.formData();
  const answer = await actOnRound(...forUseCase(context), { form, code: params.kode, language });
  if (answer !== null && "error" in answer) return data(answer, 422);
  const to = answer?.to ?? `/sedekah/kelola/putaran/${params.kode}`;
  throw redirect(localPath(language, to), {
    status: 303,
    headers: answer === null ? {} : flash("ok", answer.said),
  });
}

type PageData = Route.ComponentProps["loaderData"];
type Part = { readonly page: PageData; readonly forms: ActForms };

export default function RoundPage({ loaderData: page, actionData: failed }: Route.ComponentProps) {
  const t = useTexts(almsDeskTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { round } = page;
  const forms: ActForms = { operations: page.operations, failed };
  const parts = { page, forms };
  const day = formatDate(language, round.paidOn ?? round.plannedOn);
  return (
    <Page
      title={page.title}
      lead={`${t.rounds.states[round.state]}, ${day}, ${formatRupiah(language, round.perChildRupiah)} × ${t.rounds.columns.children}`}
      crumbs={[{ href: to("/sedekah/kelola"), label: t.round.crumb }, { label: page.title }]}
    >
      {round.sourceCode !== null && (
        <p>
          <a href={to(`/sedekah/kelola/putaran/${round.sourceCode}`)}>{t.round.source}</a>
        </p>
      )}
      {round.state === "draft" && round.preview !== null && <Draft {...parts} preview={round.preview} />}
      {round.state === "draft" && round.preview === null && <Notice>{t.round.notYours}</Notice>}
      {round.state === "locked" && <Locked {...parts} />}
      {round.state === "approved" && <Approved {...parts} />}
      {round.state === "paid" && <Paid {...parts} />}
      {round.state === "proven" && <Proven {...parts} />}
      <Children page={page} />
    </Page>
  );
}

/** What locking would do, before anything is locked. */
function Draft({ page, forms, preview }: Part & { readonly preview: RoundPreview }) {
  const t = useTexts(almsDeskTexts);
  const language = useLanguage();
  const { answer, heldBack, children } = preview;
  const { withoutGuardian, notVerified } = heldBack;
  const n = (value: number) => formatNumber(language, value);
  const isLost = forms.failed?.act === "kunci" && answer.outcome === "refused";
  return (
    <Card>
      {isLost && (
        <Notice tone="err" announce>
          {forms.failed.error}
        </Notice>
      )}
      {answer.outcome === "planned" ? (
        <>
          <p>
            <strong>{t.round.preview(n(children.length), formatRupiah(language, answer.plan.total))}</strong>{" "}
            {t.round.left(formatRupiah(language, answer.plan.left))}{" "}
            {t.round.siblings(n(answer.plan.withSiblings))}
          </p>
          {page.mayPlan && (
            <RoundForm act="kunci" forms={forms} button={t.round.lock} note={t.round.lockNote}>
              <input type="hidden" name="anak" value={children.length} />
              <input type="hidden" name="jumlah" value={answer.plan.total} />
            </RoundForm>
          )}
        </>
      ) : (
        <Notice tone="warn">
          {children.length === 0
            ? t.round.none
            : answer.short > 0
              ? t.round.short(formatRupiah(language, answer.short))
              : answer.reasons.map((reason) => t.refusals[reason]).join(" ")}
        </Notice>
      )}
      {withoutGuardian + notVerified > 0 && <p>{t.round.heldBack(n(withoutGuardian), n(notVerified))}</p>}
      {page.mayPlan && <RoundForm act="batal" forms={forms} button={t.round.drop} look="plain" />}
    </Card>
  );
}

function Locked({ page, forms }: Part) {
  const t = useTexts(almsDeskTexts).round;
  const language = useLanguage();
  const { children, totalRupiah, isOwnLock } = page.round;
  return (
    <Card>
      <p>
        <strong>
          {t.preview(formatNumber(language, children ?? 0), formatRupiah(language, totalRupiah ?? 0))}
        </strong>
      </p>
      {isOwnLock ? (
        <Notice title={t.waits}>{t.ownLock}</Notice>
      ) : (
        <RoundForm act="setuju" forms={forms} button={t.approve} note={t.approveNote} />
      )}
      {page.mayPlan && (
        <RoundForm act="buka" forms={forms} button={t.unlock} look="plain" note={t.unlockNote} />
      )}
    </Card>
  );
}

function Approved({ page, forms }: Part) {
  const t = useTexts(almsDeskTexts).round;
  return (
    <Card>
      <RoundForm act="bayar" forms={forms} button={t.pay}>
        <TextField name="hari" label={t.paidOn} type="date" max={page.today} defaultValue={page.today} />
      </RoundForm>
    </Card>
  );
}

function Paid({ page, forms }: Part) {
  const t = useTexts(almsDeskTexts).round;
  const language = useLanguage();
  const { untold, proofDueOn, list } = page.round;
  return (
    <>
      {proofDueOn !== null && <Notice>{t.proofBy(formatDate(language, proofDueOn))}</Notice>}
      <HandoverCard list={list} forms={forms} today={page.today} />
      <Card>
        <p>{t.proveNote(formatNumber(language, untold))}</p>
        <RoundForm act="selesai" forms={forms} button={t.prove} look={untold === 0 ? "main" : "plain"} />
      </Card>
    </>
  );
}

function Proven({ page, forms }: Part) {
  const t = useTexts(almsDeskTexts).round;
  const language = useLanguage();
  const { children, notHanded, hasFollowUp } = page.round;
  return (
    <Card>
      <p>{t.proven(formatNumber(language, (children ?? 0) - notHanded))}</p>
      {notHanded > 0 && <p>{t.notHanded(formatNumber(language, notHanded))}</p>}
      {notHanded > 0 && hasFollowUp && <p className="quiet">{t.followed}</p>}
      {notHanded > 0 && !hasFollowUp && page.mayPlan && (
        <RoundForm act="susulan" forms={forms} button={t.followUp}>
          <TextField name="hari" label={t.on} type="date" defaultValue={page.today} />
        </RoundForm>
      )}
    </Card>
  );
}

/** The children by code: as they would be kept, or as they were. */
function Children({ page }: { readonly page: PageData }) {
  const t = useTexts(almsDeskTexts).round;
  const language = useLanguage();
  const { round, candidates } = page;
  const isDraft = round.state === "draft";
  const rows = isDraft
    ? candidates.map(({ code, village, siblings }) => ({ code, village, siblings, told: t.untold }))
    : round.list.map((child) => ({ ...child, code: child.childCode, told: told(child) }));
  if (rows.length === 0) return null;
  function told({ outcome, handedOn, receiver, hasProof, note }: (typeof round.list)[number]): string {
    if (outcome === null) return t.untold;
    const parts = [
      t.results[outcome],
      handedOn === null ? null : formatDate(language, handedOn),
      receiver === null ? null : t.receivers[receiver],
      hasProof ? t.hasProof : null,
      note,
    ];
    return parts.filter((part) => part !== null).join(", ");
  }
  return (
    <Table
      caption={t.list}
      rows={rows}
      keyOf={({ code }) => code}
      columns={[
        { key: "child", head: t.columns.child, cell: ({ code }) => code },
        { key: "village", head: t.columns.village, cell: ({ village }) => village },
        {
          key: "siblings",
          head: t.columns.siblings,
          number: true,
          cell: ({ siblings }) => formatNumber(language, siblings),
        },
        { key: "told", head: t.columns.told, phone: "wide", cell: ({ told: said }) => said },
      ]}
    />
  );
}
