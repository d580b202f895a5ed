/** Whether a village has people who need a contribution for a year and has no rupiah of it in its budget. */
export const isUnbudgeted = ({
  need,
  budgeted,
}: {
  readonly need: number;
  readonly budgeted: number;
}): boolean => need > 0 && budgeted <= 0;
