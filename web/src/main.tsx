import './styles/site.css'
import { render } from 'preact'
import { App } from './app.tsx'
import { refreshOnReturn } from './query-store.ts'
import { restoreLanguage } from './words/words.ts'

refreshOnReturn()
const root = document.getElementById('app')
if (root !== null) void restoreLanguage().then(() => render(<App />, root))
