import { LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { call, onSignedOut } from './call.ts'
import { lazyPage } from './lazy-page.tsx'
import { publicRoutes } from './parts/identity/public-routes.tsx'
import { forgetAll } from './query-store.ts'
import { type Session, SessionContext } from './session.ts'
import { Skeleton } from './ui/skeleton.tsx'
import { useLanguage } from './words/use-language.ts'

const Frame = lazyPage(
  () => import('./frame/frame.tsx').then((m) => m.Frame),
  () => import('./words/zh/frame.ts').then((m) => m.frame),
)

/** Addresses that the workers answer themselves. */
const ownAddresses = /^\/(?!(?:api|feeds|v|notices|oauth|\.well-known|healthz)(?:\/|$|\?))/

function Pages() {
  const { path } = useLocation()
  const [session, setSession] = useState<Session | null | undefined>(undefined)
  const hold = useMemo(
    () => ({
      replace: (next: Session | null) => {
        forgetAll()
        setSession(next)
      },
    }),
    [],
  )
  useEffect(() => {
    onSignedOut(() => hold.replace(null))
    void call('readSession', {}).then((answer) => setSession(answer.ok ? answer.body : null))
  }, [])
  const open = publicRoutes.find((route) => route.path === path)
  if (session === undefined && !open) return <Skeleton rows={6} />
  if (session && !open) {
    return (
      <SessionContext.Provider value={{ session, ...hold }}>
        <Frame key={session.acting?.id ?? ''} />
      </SessionContext.Provider>
    )
  }
  return (
    <SessionContext.Provider value={session ? { session, ...hold } : { session: nobody, ...hold }}>
      <Router>
        {publicRoutes.map((route) => (
          <Route key={route.path} path={route.path} component={route.page} />
        ))}
        <Route default component={publicRoutes[0].page} />
      </Router>
    </SessionContext.Provider>
  )
}

/** Stands in before anyone has signed in, so that the public pages can put a session in its place. */
const nobody: Session = { account: { id: '', username: '', name: '' }, acting: null, memberships: [] }

export function App() {
  const language = useLanguage()
  return (
    <LocationProvider scope={ownAddresses}>
      <Pages key={language} />
    </LocationProvider>
  )
}
