import type { ReactElement, ReactNode } from "react";
import { uiTexts } from "#language/ui.ts";
import { useTexts } from "#language/use-texts.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

type FilterBarProps = {
  readonly action?: string;
  /** Parts of the address that the form must not lose, such as the chosen view. */
  readonly keep?: Readonly<Record<string, string | undefined>>;
  /** Where no filter is set; shown only when one is. */
  readonly clearHref?: string | undefined;
  /** Where persons are searched for: names and NIK are sent, and never stand in the address. */
  readonly sends?: boolean;
  readonly children: ReactNode;
};

/** A GET form: what is filtered stands in the address, can be sent to others and survives reloading. With `sends` its page answers a POST. */
export function FilterBar({
  action,
  keep = {},
  clearHref,
  sends = false,
  children,
}: FilterBarProps): ReactElement {
  const t = useTexts(uiTexts);
  return (
    <form
      className="filters"
      method={sends ? "post" : "get"}
      role="search"
      {...(action === undefined ? {} : { action })}
    >
      {Object.entries(keep).map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
      <Button look="plain">
        <Icon name="search" /> {t.show}
      </Button>
      {clearHref !== undefined && <a href={clearHref}>{t.clearFilters}</a>}
    </form>
  );
}
