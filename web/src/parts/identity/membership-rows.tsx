import './accounts.css'
import { PLATFORM_ROLES, ROLES, type Role, UNIT_ROLES } from '@shixun/domain/identity/role'
import { choicesOf } from '../../frame/choices.ts'
import { loadUnits } from '../../frame/load-units.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { type Choice, Select } from '../../ui/select.tsx'
import { t } from '../../words/words.ts'

export interface NewMembership {
  role: Role
  unit: Choice | null
}

const offered = ROLES.filter((role) => !PLATFORM_ROLES.includes(role))

/** Members of the request for those rows; null while a row lacks the unit its role stands for. */
export function membershipsOf(rows: readonly NewMembership[]): { role: Role; unit?: string }[] | null {
  if (rows.some((row) => UNIT_ROLES[row.role] !== undefined && row.unit === null)) return null
  return rows.map(({ role, unit }) => (unit === null ? { role } : { role, unit: unit.value }))
}

interface MembershipRowsProps {
  rows: readonly NewMembership[]
  onChange: (rows: NewMembership[]) => void
  /** One row alone, for a role that is added. */
  single?: boolean | undefined
}

export function MembershipRows({ rows, onChange, single }: MembershipRowsProps) {
  const { district } = useActing()
  const set = (at: number, next: NewMembership) => onChange(rows.map((row, index) => (index === at ? next : row)))
  return (
    <div class="stack">
      {rows.map((row, at) => {
        const kind = UNIT_ROLES[row.role]
        return (
          <div class="membership-row" key={at}>
            <Select
              aria-label={t('accounts.role')}
              value={row.role}
              onChange={(value) => set(at, { role: offered.find((role) => role === value) ?? row.role, unit: null })}
              options={choicesOf('role', offered)}
              placeholder={null}
            />
            {kind ? (
              <Combobox
                key={kind}
                aria-label={t('accounts.unit')}
                value={row.unit}
                onChange={(unit) => set(at, { ...row, unit })}
                load={(query) => loadUnits(kind, district, query)}
                placeholder={t(`accounts.choose.${kind}`)}
              />
            ) : (
              <span />
            )}
            {!single && rows.length > 1 && (
              <Button
                kind="text"
                icon="close"
                title={t('ui.removeRow', { n: at + 1 })}
                onClick={() => onChange(rows.filter((_, index) => index !== at))}
              />
            )}
          </div>
        )
      })}
      {!single && (
        <Button size="small" icon="plus" onClick={() => onChange([...rows, { role: 'school_admin', unit: null }])}>
          {t('accounts.addRole')}
        </Button>
      )}
    </div>
  )
}
