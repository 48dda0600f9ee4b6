import { lazyExtra, NotLoaded } from '../lazy-page.tsx'
import './frame.css'
import { useContext, useEffect, useState } from 'preact/hooks'
import { Route, Router, useLocation } from 'preact-iso'
import { call, knowRoutes } from '../call.ts'
import { JoinDistrict } from '../parts/identity/join-district.tsx'
import { routeTable } from '../route-table.ts'
import { SessionContext, useActing } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { ResultPage } from '../ui/result-page.tsx'
import { Shell } from '../ui/shell.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useQuery } from '../use-query.ts'
import { t, wordFor } from '../words/words.ts'
import { menuOf } from './frame-menu.ts'
import { homeOf } from './menu-table.ts'
import { RoleSwitcher } from './role-switcher.tsx'
import { type PartRoutes, usePartRoutes } from './use-part-routes.ts'

knowRoutes(routeTable)

const DemoBar = lazyExtra(() => import('./demo-bar.tsx').then((m) => m.DemoBar))

function Missing() {
  return (
    <div class="card">
      <ResultPage
        kind="missing"
        title={t('shell.notFound')}
        help={t('shell.notFoundHelp')}
        actions={<Button href="/">{t('shell.home')}</Button>}
      />
    </div>
  )
}

function Pages({ routes }: { routes: PartRoutes }) {
  if (routes === null) return <Skeleton rows={6} />
  if (routes === 'failed') return <NotLoaded />
  return (
    <Router>
      {routes.map((one) => (
        <Route key={one.path} path={one.path} component={one.page} />
      ))}
      <Route default component={Missing} />
    </Router>
  )
}

/** Counts at most one page of the inbox; the shell writes 99+ from there on. */
const countedTasks = 100

function Inside() {
  const { membership, role, district, session, replace } = useActing()
  const { path, route } = useLocation()
  const [joining, setJoining] = useState(false)
  const tasks = useQuery('listTasks', district === '' ? null : { query: { limit: countedTasks } })
  const clock = useQuery('readDemoClock', {})
  const count = tasks.data?.items.length ?? 0
  const home = homeOf(role)
  useEffect(() => {
    if (path === '/' && home !== '/') route(home, true)
    // a new page is announced by its heading, and read from its top
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [path])
  async function signOut() {
    await call('signOut', {})
    replace(null)
    route('/sign-in')
  }
  const routes = usePartRoutes(path)
  const here = routes === 'failed' ? undefined : routes?.find((one) => matches(one.path, path))
  return (
    <Shell
      unit={membership.district?.name ?? wordFor('role', role)}
      homeHref={home}
      menu={menuOf(role, count)}
      current={here?.menu ?? ''}
      tasks={{ count, href: '/tasks' }}
      user={{
        name: session.account.name,
        items: [
          { key: 'who', label: session.account.username, help: wordFor('role', role), disabled: true },
          { key: 'password', label: t('frame.changePassword'), href: '/password' },
          { key: 'join', label: t('frame.join'), onPick: () => setJoining(true) },
          { key: 'out', label: t('shell.signOut'), onPick: () => void signOut() },
        ],
      }}
      switcher={<RoleSwitcher />}
      demoBar={clock.data && <DemoBar clock={clock.data} />}
    >
      <Pages routes={routes} />
      <JoinDistrict open={joining} onClose={() => setJoining(false)} />
    </Shell>
  )
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/')
  const given = path.split('/')
  return wanted.length === given.length && wanted.every((part, at) => part.startsWith(':') || part === given[at])
}

/** Everything behind the sign-in. */
export function Frame() {
  const { session, replace } = useContext(SessionContext)
  if (session?.acting) return <Inside />
  return (
    <ResultPage
      kind="forbidden"
      title={t('frame.noRole')}
      help={t('frame.noRoleHelp')}
      actions={<Button onClick={() => void call('signOut', {}).then(() => replace(null))}>{t('shell.signOut')}</Button>}
    />
  )
}
