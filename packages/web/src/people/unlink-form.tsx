import type { ReactElement } from "react";
import { linkingTexts } from "#language/linking.ts";
import { useTexts } from "#language/use-texts.ts";
import { wordOf } from "#language/word-of.ts";
import { workerTexts } from "#language/worker.ts";
import { OperationField } from "#shell";
import { Button, Disclosure, SelectField, optionsOf } from "#ui";

/** Ends a link of this worker with a registry, with a reason of the closed list. */
export function UnlinkForm({
  linkIds,
  operation,
}: {
  readonly linkIds: Readonly<Record<string, string>>;
  readonly operation: string;
}): ReactElement {
  const t = useTexts(workerTexts);
  const { reasons } = useTexts(linkingTexts).question;
  const links = Object.entries(linkIds).map(([kind, value]) => ({
    value,
    label: wordOf(t.registries, kind),
  }));
  return (
    <Disclosure summary={t.unlink.open}>
      <form method="post" className="stack">
        <OperationField id={operation} />
        <SelectField name="pemadanan" label={t.unlink.which} options={links} />
        <SelectField
          name="alasan"
          label={t.unlink.reason}
          options={optionsOf(reasons).filter(({ value }) => value !== "")}
        />
        <div>
          <Button look="plain">{t.unlink.submit}</Button>
        </div>
      </form>
    </Disclosure>
  );
}
