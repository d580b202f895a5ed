import type { ReactElement } from "react";
import { shortDayOf } from "#language/day-of.ts";
import { formatNumber } from "#language/format.ts";
import { payrollTexts } from "#language/payroll.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Actions, Button, ButtonLink, Card, Disclosure, optionsOf, SelectField, Table, Tag } from "#ui";
import type { BatchPageData } from "./batch-data.ts";

/** The file in the office's own columns, and every one that was given out. */
export function FileCard({ page }: { readonly page: BatchPageData }): ReactElement {
  const t = useTexts(payrollTexts).file;
  const language = useLanguage();
  const to = useLocalPath();
  const { batch } = page;
  return (
    <Card title={t.title}>
      <p>{t.what}</p>
      <form method="post" action={to(`/iuran/potongan/${batch.code}/berkas`)} className="form">
        <SelectField name="isi" label={t.form} options={optionsOf(t.forms)} />
        <SelectField name="bentuk" label={t.format} options={optionsOf(t.formats)} />
        <Actions>
          <Button look="plain">{t.download}</Button>
          {page.may.columns && (
            <ButtonLink
              look="plain"
              href={`${to("/iuran/potongan/kolom")}?opd=${encodeURIComponent(batch.office)}`}
            >
              {t.columns}
            </ButtonLink>
          )}
        </Actions>
      </form>
      {batch.files.length > 0 && (
        <Disclosure summary={`${t.given}: ${formatNumber(language, batch.files.length)}`}>
          <Table
            caption={t.given}
            rows={batch.files}
            keyOf={({ id }) => id}
            columns={[
              { key: "at", head: t.givenAt, cell: ({ givenAt }) => shortDayOf(language, givenAt) },
              {
                key: "what",
                head: t.what2,
                cell: ({ form: holds, format }) => `${t.forms[holds]}, ${t.formats[format]}`,
              },
              { key: "version", head: t.version, cell: ({ version }) => formatNumber(language, version) },
              {
                key: "state",
                head: t.state,
                cell: ({ voidedAt }) =>
                  voidedAt === null ? (
                    <Tag status="active">{t.valid}</Tag>
                  ) : (
                    <Tag status="inactive">{t.voided}</Tag>
                  ),
              },
            ]}
          />
        </Disclosure>
      )}
    </Card>
  );
}
