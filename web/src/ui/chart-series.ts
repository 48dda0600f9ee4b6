import { formatNumber } from '../words/format.ts'

export interface Series {
  name: string
  /** One for each label; null where there is no figure. */
  values: readonly (number | null)[]
}

export interface SeriesChartProps {
  title: string
  unit?: string | undefined
  labels: readonly string[]
  series: readonly Series[]
  /** How a figure is written; thousands separated by default. */
  format?: ((value: number) => string) | undefined
  /** What the labels are, as 月份 or 学校: head of the data table. */
  labelTitle?: string | undefined
}

export function seriesRows({ labels, series, format = formatNumber }: SeriesChartProps): string[][] {
  return labels.map((label, index) => [
    label,
    ...series.map(({ values }) => {
      const value = values[index]
      return value === null || value === undefined ? '—' : format(value)
    }),
  ])
}

export function seriesRange(series: readonly Series[]): [low: number, high: number] {
  const values = series.flatMap((one) => one.values.filter((value): value is number => value !== null))
  return values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)]
}
