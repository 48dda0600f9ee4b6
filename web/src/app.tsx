import { useEffect, useMemo, useState } from 'preact/hooks'
import { LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { call, onSignedOut } from './call.ts'
import { lazyPage } from './lazy-page.tsx'
import { publicRoutes, SignIn } from './parts/identity/public-routes.ts'
import { forgetAll } from './query-store.ts'
import { type Session, SessionContext } from './session.ts'
import { Skeleton } from './ui/skeleton.tsx'
import { useLanguage } from './words/use-language.ts'
import { wordFile } from './words/words.ts'

const Frame = lazyPage(
  () => import('./frame/frame.tsx').then((m) => m.Frame),
  wordFile('frame', () => import('./words/zh/frame.ts')),
)

/** Leaves to the browser the addresses that the workers answer themselves, and the page that is kept for when there is no network. */
const ownAddresses = /^\/(?!(?:api|feeds|v|visit|notices|oauth|\.well-known|healthz)(?:\/|$|\?))/

interface ScreensProps {
  /** `undefined` until the API has said who is here. */
  session: Session | null | undefined
  onNeeded: () => void
}

function Screens({ session, onNeeded }: ScreensProps) {
  const { path } = useLocation()
  const open = publicRoutes.some((route) => route.path === path)
  const asking = session === undefined && !open
  useEffect(() => {
    if (asking) onNeeded()
  }, [asking])
  if (asking) return <Skeleton rows={6} />
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
  useEffect(() => onSignedOut(() => replace(null)), [])
  const ask = () => void call('readSession', {}).then((answer) => setSession(answer.ok ? answer.body : null))
  return (
    <LocationProvider scope={ownAddresses}>
      <SessionContext.Provider value={{ session: session ?? null, replace }}>
        <Screens key={language} session={session} onNeeded={ask} />
      </SessionContext.Provider>
    </LocationProvider>
  )
}
