import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const words = wordFile('credits', () => import('../../words/zh/credits.ts'))

const policies = wordFile('policies', () => import('../../words/zh/policies.ts'))
const certificates = wordFile('certificates', () => import('../../words/zh/certificates.ts'))
const transcripts = wordFile('transcripts', () => import('../../words/zh/transcripts.ts'))
const allWords = [words, certificates, transcripts] as const

export const creditsRoutes: readonly PartRoute[] = [
  {
    path: '/credit-trial',
    menu: 'creditTrial',
    page: lazyPage(() => import('./credit-trial-page.tsx').then((m) => m.CreditTrialPage), words),
  },
  {
    path: '/certificates',
    menu: 'certificates',
    page: lazyPage(() => import('./certificates-page.tsx').then((m) => m.CertificatesPage), certificates),
  },
  {
    path: '/certificates/print',
    menu: 'certificates',
    page: lazyPage(() => import('./print-certificates-page.tsx').then((m) => m.PrintCertificatesPage), certificates),
  },
  {
    path: '/certificates/issue/:id',
    menu: 'certificates',
    page: lazyPage(() => import('./issue-certificates-page.tsx').then((m) => m.IssueCertificatesPage), certificates),
  },
  {
    path: '/certificates/:id',
    menu: 'certificates',
    page: lazyPage(() => import('./certificate-page.tsx').then((m) => m.CertificatePage), certificates),
  },
  {
    path: '/transcript',
    menu: 'transcript',
    page: lazyPage(() => import('./transcript-page.tsx').then((m) => m.TranscriptPage), ...allWords),
  },
  {
    path: '/transcripts/:id',
    menu: 'transcript',
    page: lazyPage(() => import('./transcript-page.tsx').then((m) => m.TranscriptPage), ...allWords),
  },
  {
    path: '/transcripts/:id/proof',
    menu: 'transcript',
    page: lazyPage(() => import('./transcript-proof-page.tsx').then((m) => m.TranscriptProofPage), ...allWords),
  },
  {
    path: '/transcripts/:id/form',
    menu: 'transcript',
    page: lazyPage(() => import('./registration-form-page.tsx').then((m) => m.RegistrationFormPage), ...allWords),
  },
  {
    path: '/policies',
    menu: 'policies',
    page: lazyPage(() => import('./policies-page.tsx').then((m) => m.PoliciesPage), words, policies),
  },
  {
    path: '/policies/new',
    menu: 'policies',
    page: lazyPage(() => import('./new-policy-page.tsx').then((m) => m.NewPolicyPage), words, policies),
  },
  {
    path: '/policies/:id',
    menu: 'policies',
    page: lazyPage(() => import('./policy-page.tsx').then((m) => m.PolicyPage), words, policies),
  },
  {
    path: '/policies/:id/edit',
    menu: 'policies',
    page: lazyPage(() => import('./edit-policy-page.tsx').then((m) => m.EditPolicyPage), words, policies),
  },
  {
    path: '/policies/:id/compare',
    menu: 'policies',
    page: lazyPage(() => import('./compare-policies-page.tsx').then((m) => m.ComparePoliciesPage), words, policies),
  },
  {
    path: '/simulations/:id',
    menu: 'policies',
    page: lazyPage(() => import('./simulation-page.tsx').then((m) => m.SimulationPage), words, policies),
  },
  {
    path: '/standings',
    menu: 'standings',
    page: lazyPage(() => import('./standings-page.tsx').then((m) => m.StandingsPage), words, policies),
  },
  {
    path: '/credit-overview',
    menu: 'creditOverview',
    page: lazyPage(() => import('./credit-overview-page.tsx').then((m) => m.CreditOverviewPage), words, policies),
  },
]
