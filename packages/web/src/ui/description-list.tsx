import type { ReactElement, ReactNode } from "react";

/** Facts of one thing: name left, value right. */
export function DescriptionList(props: {
  readonly facts: readonly { readonly name: string; readonly value: ReactNode }[];
}): ReactElement {
  return (
    <dl className="descriptions">
      {props.facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
