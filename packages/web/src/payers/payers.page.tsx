import { fundSourcesOf, payerKinds, standardKinds } from "@tuwai/domain/payers";
import { may } from "@tuwai/server/access";
import { isAppError } from "@tuwai/server/app";
import { enterPayer, type ListedPayer, listPayers } from "@tuwai/server/payers";
import { data, Form, redirect } from "react-router";
import { ContributionTabs, seenSections } from "#contributions";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { payerTexts } from "#language/payers.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, formText, forUseCase, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import {
  Button,
  ButtonLink,
  Choices,
  Disclosure,
  DownloadForm,
  EmptyState,
  ErrorSummary,
  type FormErrors,
  Notice,
  Page,
  Table,
} from "#ui";
import type { Route } from "./+types/payers.page";
import { fundWords } from "./fund-words.ts";
import { TermFields } from "./term-fields.tsx";

export const handle: Handle = { access: "payer.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(payerTexts[languageOf(location.pathname)].title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { payers, withoutPayer } = await listPayers(app, actor);
  const used = payers.filter(
    ({ workers, promisedRupiah, sums }) => workers + promisedRupiah + sums.owedRupiah > 0,
  );
  const isAll = new URL(request.url).searchParams.has("semua") || used.length === 0;
  return {
    payers: isAll ? payers : used,
    isAll,
    needs: payers.filter(({ outlook }) => outlook.handOverFrom !== null).length,
    withoutPayer,
    mayWrite: may(actor, "payer.write"),
    sections: seenSections(actor),
    operation: app.newId(),
  };
}

const fieldOf = {
  "name-unclear": "nama",
  "contact-too-long": "kontak",
  "agreement-too-long": "perjanjian",
  "kind-unknown": "jenis",
  "source-unknown": "sumber",
  "known-already": "nama",
} as const;

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = payerTexts[language].add;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const errors = await (async (): Promise<FormErrors> => {
    try {
      const answer = await enterPayer(app, actor, {
        operationId: readOperationId(form, app),
        kind: formText(form, "jenis"),
        fundSource: formText(form, "sumber"),
        name: formText(form, "nama"),
        contact: formText(form, "kontak"),
        agreement: formText(form, "perjanjian"),
      });
      if (answer.outcome === "refused")
        return Object.fromEntries(answer.reasons.map((reason) => [fieldOf[reason], t.reasons[reason]]));
      throw redirect(localPath(language, `/iuran/pembayar/${answer.payerId}`), {
        status: 303,
        headers: flash("ok", t.saved),
      });
    } catch (error) {
      if (isAppError(error) && error.code === "identity-number-in-note") return { kontak: t.noteRefused };
      throw error;
    }
  })();
  return data({ errors }, 422);
}

export default function PayersPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(payerTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const number = (n: number) => formatNumber(language, n);
  return (
    <Page title={t.title} lead={page.sections.length < 2 ? t.leadOwn : t.lead}>
      <ContributionTabs here="payers" seen={page.sections} />
      <ErrorSummary errors={actionData?.errors} />
      {page.needs > 0 && <Notice tone="warn">{t.needs(number(page.needs))}</Notice>}
      {page.withoutPayer > 0 && <Notice tone="info">{t.withoutPayer(number(page.withoutPayer))}</Notice>}
      {page.payers.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <PayerTable payers={page.payers} />
      )}
      <p>
        <ButtonLink look="plain" small href={to(page.isAll ? "/iuran/pembayar" : "/iuran/pembayar?semua=1")}>
          {page.isAll ? t.seeUsed : t.seeAll}
        </ButtonLink>
      </p>
      <DownloadForm action={to("/iuran/pembayar/berkas")} says={t.fileSays} />
      <p className="quiet small">{t.one.fullHint}</p>
      {page.mayWrite && <AddPayer operation={page.operation} errors={actionData?.errors ?? {}} />}
    </Page>
  );
}

function PayerTable({ payers }: { readonly payers: readonly ListedPayer[] }) {
  const t = useTexts(payerTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const number = (n: number) => formatNumber(language, n);
  const rupiah = (n: number) => formatRupiah(language, n);
  const sum = (of: (payer: ListedPayer) => number) => payers.reduce((all, one) => all + of(one), 0);
  return (
    <Table
      caption={t.caption(number(payers.length))}
      rows={payers}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "payer",
          head: t.columns.payer,
          cell: ({ id, name, kind }) => (
            <>
              <a href={to(`/iuran/pembayar/${id}`)}>{name}</a>
              <div className="quiet small">{t.kinds[kind]}</div>
            </>
          ),
          total: t.total,
        },
        {
          key: "workers",
          head: t.columns.workers,
          number: true,
          cell: ({ workers }) => number(workers),
          total: number(sum(({ workers }) => workers)),
        },
        {
          key: "until",
          head: t.columns.until,
          phone: "wide",
          cell: (payer) => fundWords(language, payer),
          total: "",
        },
        {
          key: "promised",
          head: t.columns.promised,
          number: true,
          cell: ({ promisedRupiah }) => rupiah(promisedRupiah),
          total: rupiah(sum(({ promisedRupiah }) => promisedRupiah)),
        },
        {
          key: "paid",
          head: t.columns.paid,
          number: true,
          cell: ({ sums }) => rupiah(sums.paidRupiah),
          total: rupiah(sum(({ sums }) => sums.paidRupiah)),
        },
        {
          key: "full",
          head: t.columns.full,
          number: true,
          cell: ({ sums }) => number(sums.fullMonths),
          total: number(sum(({ sums }) => sums.fullMonths)),
        },
      ]}
    />
  );
}

const named = payerKinds.filter((kind) => !standardKinds.includes(kind));
const sources = [...new Set(named.flatMap((kind) => fundSourcesOf[kind]))] as ("csr" | "bumdes" | "apbd")[];

function AddPayer({ operation, errors }: { readonly operation: string; readonly errors: FormErrors }) {
  const t = useTexts(payerTexts);
  return (
    <Disclosure summary={t.add.title} isOpen={Object.keys(errors).length > 0}>
      <p>{t.add.lead}</p>
      <Form method="post" className="form" noValidate>
        <OperationField id={operation} />
        <Choices
          name="jenis"
          label={t.add.kind}
          options={named.map((value) => ({ value, label: t.kinds[value] }))}
          error={errors["jenis"]}
        />
        <Choices
          name="sumber"
          label={t.add.source}
          hint={t.add.sourceHint}
          options={sources.map((value) => ({ value, label: t.sources[value] }))}
          error={errors["sumber"]}
        />
        <TermFields errors={errors} />
        <div>
          <Button>{t.add.save}</Button>
        </div>
      </Form>
    </Disclosure>
  );
}
