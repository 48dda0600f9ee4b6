import { fQuantile } from './f-quantile.ts'

export type IccForm = '1,1' | '2,1' | '3,1' | '1,k' | '2,k' | '3,k'

/** Lower and upper end of a 95 % confidence interval, rounded to four decimals. */
export type IccBounds = { low: number; high: number }

const SHARE = 0.975

/** Four decimals: the last bits of a quantile play no part. */
function bounds(low: number, high: number): IccBounds | null {
  if (!Number.isFinite(low) || !Number.isFinite(high) || low > high) return null
  const round = (value: number) => Math.round(Math.min(value, 1) * 10_000) / 10_000 || 0
  return { low: round(low), high: round(high) }
}

/** Intervals of a ratio of mean squares with `top` and `bottom` degrees of freedom: of one score and of the mean of k. */
function ofRatio(
  f: number,
  top: number,
  bottom: number,
  k: number,
): [single: IccBounds | null, mean: IccBounds | null] {
  const low = f / fQuantile(SHARE, top, bottom)
  const high = f * fQuantile(SHARE, bottom, top)
  return [bounds((low - 1) / (low + k - 1), (high - 1) / (high + k - 1)), bounds(1 - 1 / low, 1 - 1 / high)]
}

/** One-way forms, of n items with k sheets each: McGraw & Wong 1996, table 7. */
export function oneWayIntervals(
  msr: number,
  msw: number,
  n: number,
  k: number,
): Pick<Record<IccForm, IccBounds | null>, '1,1' | '1,k'> {
  const [single, mean] = msw > 0 ? ofRatio(msr / msw, n - 1, n * (k - 1), k) : [null, null]
  return { '1,1': single, '1,k': mean }
}

/** Two-way forms, of n items that k raters all scored: McGraw & Wong 1996, table 7; (2,k) from (2,1) by Spearman and Brown. */
export function twoWayIntervals(
  { msr, msc, mse }: { msr: number; msc: number; mse: number },
  n: number,
  k: number,
): Pick<Record<IccForm, IccBounds | null>, '2,1' | '2,k' | '3,1' | '3,k'> {
  if (!(mse > 0)) return { '2,1': null, '2,k': null, '3,1': null, '3,k': null }
  const [single, mean] = ofRatio(msr / mse, n - 1, (n - 1) * (k - 1), k)
  const rho = (msr - mse) / (msr + (k - 1) * mse + (k * (msc - mse)) / n)
  const ratio = msc / mse
  const weight = n * (1 + (k - 1) * rho) - k * rho
  const degrees =
    ((k - 1) * (n - 1) * (k * rho * ratio + weight) ** 2) / ((n - 1) * (k * rho * ratio) ** 2 + weight ** 2)
  if (!(degrees >= 1)) return { '2,1': null, '2,k': null, '3,1': single, '3,k': mean }
  const [upper, lower] = [fQuantile(SHARE, n - 1, degrees), fQuantile(SHARE, degrees, n - 1)]
  const noise = k * msc + (k * n - k - n) * mse
  const low = (n * (msr - upper * mse)) / (upper * noise + n * msr)
  const high = (n * (lower * msr - mse)) / (noise + n * lower * msr)
  const stepped = (value: number) => (k * value) / (1 + (k - 1) * value)
  return {
    '2,1': bounds(low, high),
    '2,k': low > -1 / (k - 1) ? bounds(stepped(low), stepped(high)) : null,
    '3,1': single,
    '3,k': mean,
  }
}
