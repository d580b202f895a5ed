import { data, redirect, useLocation } from "react-router";
import { may } from "@tuwai/server/access";
import { listEnrolments } from "@tuwai/server/enrolment";
import { listPackets } from "@tuwai/server/packets";
import { villageNamer } from "#regions";
import { ButtonLink, EmptyState, ErrorSummary, LinkChips, Page, Pagination, readPage, withQuery } from "#ui";
import { MembershipTabs } from "./membership-tabs.tsx";
import { enrolmentTexts } from "#language/enrolment.ts";
import { languageOf } from "#language/language.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, formText, pageMeta, type Handle } from "#shell";
import type { Route } from "./+types/enrolments.page";
import { EnrolmentTable } from "./enrolment-table.tsx";
import { PacketTable } from "./packet-table.tsx";
import { putForwardAgain } from "./put-forward-again.ts";

export const handle: Handle = { access: "enrolment.desk.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

const states = ["ready", "in-packet", "sent", "accepted", "rejected", "ended"] as const;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const [app, actor] = forUseCase(context);
  const state = states.find((known) => known === searchParams.get("status"));
  const list = await listEnrolments(app, actor, {
    page: readPage(searchParams),
    ...(state === undefined ? {} : { state }),
  });
  const nameOf = await villageNamer(app, actor);
  const maySubmit = may(actor, "enrolment.submit");
  return {
    title: enrolmentTexts[languageOf(pathname)].list.title,
    state: state ?? null,
    page: list.page,
    pages: list.pages,
    maySubmit,
    seesClaimability: may(actor, "claimability.read"),
    seesArrears: may(actor, "arrears.read"),
    seesOfficers: may(actor, "officer.list"),
    mayList: may(actor, "worker.list"),
    mayOpen: may(actor, "worker.read"),
    mayMap: may(actor, "packet_mapping.read"),
    packets: may(actor, "packet.read") ? (await listPackets(app, actor)).rows : null,
    rows: list.rows.map((row) => ({
      ...row,
      village: nameOf(row.person.villageCode) ?? "",
      operation: maySubmit && row.state === "rejected" ? app.newId() : null,
    })),
  };
}

/** The only thing done here: a rejected worker is put forward again. */
export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, search } = new URL(request.url);
  const t = enrolmentTexts[languageOf(pathname)].packet;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const refusals = await putForwardAgain(app, actor, form);
  if (refusals.length > 0) {
    const sentences = refusals.map((reason) => t.againReasons[reason]);
    return data({ errors: { "": `${formText(form, "kode")}: ${sentences.join(" ")}` } }, 422);
  }
  throw redirect(pathname + search, { status: 303, headers: flash("ok", t.againDone) });
}

export default function EnrolmentsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(enrolmentTexts).list;
  const to = useLocalPath();
  return (
    <Page
      title={page.title}
      lead={t.lead}
      actions={
        <>
          {page.maySubmit && <ButtonLink href={to("/kepesertaan/pendaftaran/baru")}>{t.compose}</ButtonLink>}
          {page.seesClaimability && (
            <ButtonLink look="plain" href={to("/kepesertaan/kelayakan")}>
              {t.claimability}
            </ButtonLink>
          )}
          {page.mayMap && (
            <ButtonLink look="plain" href={to("/admin/templat-bpjs")}>
              {t.mapping}
            </ButtonLink>
          )}
        </>
      }
    >
      {page.mayList && (
        <MembershipTabs here="packets" seesArrears={page.seesArrears} seesOfficers={page.seesOfficers} />
      )}
      <ErrorSummary errors={actionData?.errors} />
      {page.packets !== null &&
        (page.packets.length === 0 ? (
          <EmptyState title={t.noPackets}>
            <p>{page.maySubmit ? t.noPacketsNext : t.noPacketsBranch}</p>
          </EmptyState>
        ) : (
          <PacketTable packets={page.packets} />
        ))}
      <Enrolments page={page} />
    </Page>
  );
}

function Enrolments({ page }: { readonly page: Route.ComponentProps["loaderData"] }) {
  const t = useTexts(enrolmentTexts);
  const { pathname, search } = useLocation();
  const chip = (status: string | null) => pathname + withQuery(search, { status, hal: null });
  return (
    <>
      <h2>{t.list.people}</h2>
      <LinkChips
        label={t.list.show}
        choices={[
          { href: chip(null), label: t.list.all, current: page.state === null },
          ...Object.entries(t.states).map(([state, label]) => ({
            href: chip(state),
            label,
            current: page.state === state,
          })),
        ]}
      />
      {page.rows.length === 0 ? (
        <EmptyState title={page.state === null ? t.list.none : t.list.notFound}>
          {page.state === null && <p>{t.list.noneNext}</p>}
        </EmptyState>
      ) : (
        <EnrolmentTable rows={page.rows} mayOpen={page.mayOpen} />
      )}
      <Pagination page={page.page} pages={page.pages} />
    </>
  );
}
