import { redDecisions, redReasons } from "@tuwai/domain/claimability";
import { data, redirect, useLocation } from "react-router";
import { decideRed } from "@tuwai/server/packets";
import { claimabilityTexts } from "#language/claimability.ts";
import { enrolmentTexts } from "#language/enrolment.ts";
import { formatNumber } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, formText, forUseCase, type Handle, pageMeta, readOperationId } from "#shell";
import {
  ButtonLink,
  FilterBar,
  LinkChips,
  NothingWaits,
  Notice,
  Page,
  Pagination,
  SelectField,
  withQuery,
} from "#ui";
import type { Route } from "./+types/claimability.page";
import { CaughtTable } from "./caught-table.tsx";
import { JudgedTable } from "./judged-table.tsx";
import { type ClaimabilityData, loadClaimability } from "./load-claimability.ts";
import { WhyTable } from "./why-table.tsx";

export const handle: Handle = { access: "claimability.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const url = new URL(request.url);
  const t = claimabilityTexts[languageOf(url.pathname)];
  return { ...(await loadClaimability(forUseCase(context), url)), title: t.title };
}

/** One thing is done here: what is decided of somebody red. The reason says which decision it is. */
export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, search } = new URL(request.url);
  const t = claimabilityTexts[languageOf(pathname)];
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const enrolmentId = formText(form, "pendaftaran");
  const reason = formText(form, `sebab-${enrolmentId}`);
  const decision =
    redDecisions.find((known) => (redReasons[known] as readonly string[]).includes(reason)) ?? "";
  const asked = { operationId: readOperationId(form, app), enrolmentId, decision, reason };
  const answer = await decideRed(app, actor, asked);
  if (answer.outcome === "refused") return data({ enrolmentId, error: t.refused[answer.reasons[0]] }, 422);
  throw redirect(pathname + search, { status: 303, headers: flash("ok", t.done[answer.outcome]) });
}

export default function ClaimabilityPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(claimabilityTexts);
  const e = useTexts(enrolmentTexts).list;
  const language = useLanguage();
  const to = useLocalPath();
  const number = (value: number) => formatNumber(language, value);
  const { red, amber, green, toDecide, all } = page.counts;
  const worst = red > 0 ? "red" : amber > 0 ? "amber" : "green";
  const finding = all === 0 ? t.counts.none : t.counts[worst](number({ red, amber, green }[worst]));
  return (
    <Page
      title={finding}
      lead={t.lead}
      crumbs={[{ href: to("/kepesertaan"), label: e.title }, { label: page.title }]}
      actions={
        <ButtonLink look="plain" href={to("/kepesertaan/kelayakan/kunjungan")}>
          {t.toVisits}
        </ButtonLink>
      }
    >
      {page.can.decide && toDecide > 0 && (
        <Notice tone="warn">
          <p>{t.toDecide(number(toDecide))}</p>
          <p>
            {page.waits.value ? t.waits : t.waitsNot} {!page.waits.confirmed && t.unconfirmed}
          </p>
        </Notice>
      )}
      {actionData !== undefined && page.rows.every((row) => row.enrolmentId !== actionData.enrolmentId) && (
        <Notice tone="err" announce>
          {actionData.error}
        </Notice>
      )}
      <Shown page={page} />
      <Filters page={page} />
      {page.rows.length === 0 ? (
        <NothingWaits title={t.none} fills={t.fills} />
      ) : (
        <JudgedTable page={page} failed={actionData} />
      )}
      <Pagination page={page.page} pages={page.pages} />
      <WhyTable lacks={page.lacks} />
      <CaughtTable rows={page.caught} />
    </Page>
  );
}

function Shown({ page }: { readonly page: ClaimabilityData }) {
  const t = useTexts(claimabilityTexts);
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const { counts, asked } = page;
  return (
    <LinkChips
      label={t.showLabel}
      choices={(["all", "red", "amber", "green", "held"] as const).map((show) => ({
        href: pathname + withQuery(search, { hasil: show === "all" ? null : show, hal: null }),
        label: `${t.shows[show]} (${formatNumber(language, counts[show])})`,
        current: asked.show === show,
      }))}
    />
  );
}

/** By village and by what is missing; a search by name would put names into addresses. */
function Filters({ page }: { readonly page: ClaimabilityData }) {
  const t = useTexts(claimabilityTexts);
  const to = useLocalPath();
  const { asked, villages, lacks } = page;
  const isSet = asked.villageCode !== "" || asked.lack !== "" || asked.packetCode !== "";
  const keep = {
    hasil: asked.show === "all" ? undefined : asked.show,
    paket: asked.packetCode === "" ? undefined : asked.packetCode,
  };
  return (
    <FilterBar keep={keep} clearHref={isSet ? to("/kepesertaan/kelayakan") : undefined}>
      {villages.length > 0 && (
        <SelectField
          name="desa"
          label={t.village}
          options={[
            { value: "", label: t.anything },
            ...villages.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          defaultValue={asked.villageCode}
        />
      )}
      <SelectField
        name="kurang"
        label={t.lack}
        options={[
          { value: "", label: t.anything },
          ...lacks.map(({ code }) => ({ value: code, label: t.checks[code] })),
        ]}
        defaultValue={asked.lack}
      />
    </FilterBar>
  );
}
