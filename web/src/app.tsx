import { useEffect, useMemo, useState } from 'preact/hooks'
import { LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { call, onSignedOut } from './call.ts'
import { lazyPage } from './lazy-page.tsx'
import { publicRoutes, SignIn } from './parts/identity/public-routes.ts'
import { forgetAll } from './query-store.ts'
import { type Session, SessionContext } from './session.ts'
import { Skeleton } from './ui/skeleton.tsx'
import { useLanguage } from './words/use-language.ts'

const Frame = lazyPage(
  () => import('./frame/frame.tsx').then((m) => m.Frame),
  () => import('./words/zh/frame.ts').then((m) => m.frame),
)

/** Leaves to the browser the addresses that the workers answer themselves. */
const ownAddresses = /^\/(?!(?:api|feeds|v|notices|oauth|\.well-known|healthz)(?:\/|$|\?))/

/** `undefined` until the API has said who is here. */
function Screens({ session }: { session: Session | null | undefined }) {
  const { path } = useLocation()
  const open = publicRoutes.some((route) => route.path === path)
  if (session === undefined && !open) return <Skeleton rows={6} />
  if (session && !open) return <Frame key={session.acting?.id ?? ''} />
  return (
    <Router>
      {publicRoutes.map((route) => (
        <Route key={route.path} path={route.path} component={route.page} />
      ))}
      <Route default component={SignIn} />
    </Router>
  )
}

export function App() {
  const language = useLanguage()
  const [session, setSession] = useState<Session | null | undefined>(undefined)
  const replace = useMemo(
    () => (next: Session | null) => {
      forgetAll()
      setSession(next)
    },
    [],
  )
  useEffect(() => {
    onSignedOut(() => replace(null))
    void call('readSession', {}).then((answer) => setSession(answer.ok ? answer.body : null))
  }, [])
  return (
    <LocationProvider scope={ownAddresses}>
      <SessionContext.Provider value={{ session: session ?? null, replace }}>
        <Screens key={language} session={session} />
      </SessionContext.Provider>
    </LocationProvider>
  )
}
