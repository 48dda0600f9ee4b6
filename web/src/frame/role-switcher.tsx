import { useLocation } from 'preact-iso'
import { call } from '../call.ts'
import { type Membership, useActing } from '../session.ts'
import { Menu } from '../ui/menu.tsx'
import { showToast } from '../ui/toast.tsx'
import { t, wordFor } from '../words/words.ts'
import { homeOf } from './menu-table.ts'

function placeOf({ district, unitName }: Membership): string {
  return unitName ?? district?.name ?? t('frame.platform')
}

/** District and role this person acts under; everything shown belongs to that one. */
export function RoleSwitcher() {
  const { session, membership, role, replace } = useActing()
  const { route } = useLocation()
  async function choose(one: Membership) {
    const answer = await call('switchRole', { body: { membership: one.id } })
    if (!answer.ok) {
      showToast({ kind: 'error', text: answer.problem.title })
      return
    }
    replace(answer.body)
    route(homeOf(one.role))
  }
  const label = <span class="frame-role">{wordFor('role', role)}</span>
  if (session.memberships.length < 2) return <span class="frame-role frame-role-only">{wordFor('role', role)}</span>
  return (
    <Menu
      look="plain"
      end
      name={`${t('frame.switchRole')}：${placeOf(membership)} ${wordFor('role', role)}`}
      label={label}
      items={session.memberships.map((one) => ({
        key: one.id,
        label: wordFor('role', one.role),
        help: [one.district?.name, one.unitName].filter(Boolean).join(' · ') || t('frame.platform'),
        current: one.id === membership.id,
        onPick: () => void choose(one),
      }))}
    />
  )
}
