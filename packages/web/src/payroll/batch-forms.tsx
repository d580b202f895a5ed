import type { ReactElement } from "react";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { payrollTexts } from "#language/payroll.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, Card, Disclosure, type FormErrors, Notice, TextField } from "#ui";
import type { BatchPageData } from "./batch-data.ts";

type Props = { readonly page: BatchPageData; readonly errors: FormErrors | undefined };

/** What may be done with the batch in its state, by whoever reads. */
export function BatchForms({ page, errors }: Props): ReactElement | null {
  const { state } = page.batch;
  if (state === "draft" && page.may.prepare) return <Draft page={page} />;
  if (state === "proposed" && page.may.approve) return <Decide page={page} errors={errors} />;
  if (state === "locked" && page.may.approve) return <Unlock page={page} errors={errors} />;
  return null;
}

function Seen({ page }: { readonly page: BatchPageData }): ReactElement {
  return (
    <>
      <OperationField id={page.operation} />
      <input type="hidden" name="versi" value={page.batch.version} />
    </>
  );
}

function Draft({ page }: { readonly page: BatchPageData }): ReactElement {
  const t = useTexts(payrollTexts).batch;
  return (
    <form method="post">
      <Seen page={page} />
      <Actions>
        <Button name="aksi" value="kirim">
          {t.propose}
        </Button>
        <Button look="plain" name="aksi" value="susun-ulang">
          {t.again}
        </Button>
        <Button look="plain" name="aksi" value="batalkan">
          {t.cancel}
        </Button>
      </Actions>
    </form>
  );
}

function Decide({ page, errors }: Props): ReactElement {
  const t = useTexts(payrollTexts).batch;
  const language = useLanguage();
  const { batch } = page;
  return (
    <Card title={t.decideTitle}>
      {batch.isOwn && <Notice tone="warn">{t.own}</Notice>}
      <p>{t.decideWhat(batch.fingerprint.slice(0, 8))}</p>
      <form method="post" className="form" noValidate>
        <Seen page={page} />
        <input type="hidden" name="sidik" value={batch.fingerprint} />
        <TextField
          name="alasan"
          label={t.reason}
          hint={t.reasonHint}
          autoComplete="off"
          error={errors?.["alasan"]}
        />
        <Actions>
          {!batch.isOwn && (
            <Button name="aksi" value="setujui">
              {t.approve(
                formatNumber(language, batch.mandates),
                formatRupiah(language, batch.promisedRupiah),
              )}
            </Button>
          )}
          <Button look="plain" name="aksi" value="tolak">
            {t.refuse}
          </Button>
        </Actions>
      </form>
    </Card>
  );
}

function Unlock({ page, errors }: Props): ReactElement {
  const t = useTexts(payrollTexts).batch;
  const error = errors?.["alasan-buka"];
  return (
    <Disclosure summary={t.unlockTitle} isOpen={error !== undefined}>
      <p>{t.unlockWhat}</p>
      <form method="post" className="form" noValidate>
        <Seen page={page} />
        <TextField
          name="alasan-buka"
          label={t.reason}
          hint={t.unlockReasonHint}
          autoComplete="off"
          error={error}
        />
        <Actions>
          <Button look="danger" name="aksi" value="buka">
            {t.unlock}
          </Button>
        </Actions>
      </form>
    </Disclosure>
  );
}
