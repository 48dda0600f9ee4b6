import type { OutputOf } from '../../call.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { StatCard } from '../../ui/stat-card.tsx'
import { formatNumber } from '../../words/format.ts'
import { t } from '../../words/words.ts'

type Coverage = OutputOf<'readCoverage'>

function Cell({ period, delivered }: { period: string; delivered: boolean | undefined }) {
  const word =
    delivered === undefined ? t('province.notDue') : delivered ? t('province.delivered') : t('province.missing')
  const look = delivered === undefined ? 'coverage-none' : delivered ? 'coverage-in' : 'coverage-missing'
  return (
    <td class={look} data-label={period}>
      {delivered !== undefined && <Icon name={delivered ? 'check' : 'warn'} size={14} />}
      <span>{word}</span>
    </td>
  )
}

/** District by month. What did not arrive is told as missing, never as nothing. */
export function CoverageTable({ periods, districts }: Coverage) {
  if (districts.length === 0)
    return <EmptyState title={t('province.noDistricts')} help={t('province.noDistrictsHelp')} />
  const cells = districts.flatMap((one) => periods.map((period) => one.periods[period]))
  const due = cells.filter((cell) => cell !== undefined).length
  const missing = cells.filter((cell) => cell === false).length
  // a region that scrolls must be reachable by keyboard
  const scrolls = { tabIndex: 0, role: 'region' as const, 'aria-label': t('province.coverage') }
  return (
    <div class="stack">
      <div class="grid">
        <StatCard label={t('province.districts')} value={formatNumber(districts.length)} />
        <StatCard
          label={t('province.inTime')}
          value={formatNumber(due - missing)}
          help={t('province.ofDue', { n: due })}
        />
        <StatCard label={t('province.missingMonths')} value={formatNumber(missing)} waiting={missing > 0} />
      </div>
      <div class="coverage-scroll" {...scrolls}>
        <table class="coverage">
          <caption class="visually-hidden">{t('province.coverage')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('province.district')}</th>
              {periods.map((period) => (
                <th key={period} scope="col">
                  {period}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {districts.map((one) => (
              <tr key={`${one.division} ${one.name}`}>
                <th scope="row">
                  {one.name} <small class="muted">{one.division}</small>
                </th>
                {periods.map((period) => (
                  <Cell key={period} period={period} delivered={one.periods[period]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
