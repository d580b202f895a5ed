import type { ReactElement } from "react";
import { OperationField } from "#shell";
import { useLocalPath } from "#language/use-texts.ts";
import { Button } from "#ui";
import { writeLinkQuery, type LinkQuery } from "./link-query.ts";

/** Takes an answer back with one press, also from the page that follows it. */
export function UndoForm(props: {
  readonly answered: { readonly id: string; readonly version: number };
  readonly operation: string;
  readonly query: Pick<LinkQuery, "kind" | "village">;
  readonly label: string;
  /** Whether the key U presses this button. */
  readonly isKey?: boolean;
}): ReactElement {
  const to = useLocalPath();
  const { answered, operation, query, label, isKey = false } = props;
  const { kind, village } = query;
  return (
    <form method="post" action={to(`/padan/pasangan/${answered.id}`) + writeLinkQuery({ kind, village })}>
      <OperationField id={operation} />
      <input type="hidden" name="versi" value={answered.version} />
      <Button look="plain" name="jawaban" value="urungkan" {...(isKey ? { "data-key": "u" } : {})}>
        {label}
      </Button>
    </form>
  );
}
