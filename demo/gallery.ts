import { html, nothing, render } from 'lit';
import './parts/demo-header.js';
import '../src/define.js';
import { Auth } from '../src/index.js';
import { fakeClient } from '../src/testing/fake-client.js';
import { playScene, SCENES } from './parts/scenes.js';
import type { Scene } from './parts/scenes.js';

/** Any pool: the clients are scripted, so it is not used. */
const POOL = { userPoolId: 'us-east-1_Example1', userPoolClientId: 'client' };

/** An `Auth` that plays the events of a scene. */
function stage(scene: Scene): Auth {
  const { script, initialState, providers } = scene;
  const auth = new Auth(fakeClient(script), initialState ? { initialState } : {}, {
    ...POOL,
    ...(providers && { providers }),
  });
  void playScene(auth, scene);
  return auth;
}

/** The app of a scene, for a signed-in user. */
const app = ({ mfaTypes }: Scene): unknown =>
  mfaTypes ? html`<auth-select-mfa-type .mfaTypes=${mfaTypes} heading-level="3"></auth-select-mfa-type>` : nothing;

// A screen takes the focus where no other element has it, which would scroll the page to that screen.
document.querySelector<HTMLElement>('h1')!.focus({ preventScroll: true });

render(
  Object.entries(SCENES).map(
    ([screen, scenes]) => html`
      <section aria-labelledby=${screen}>
        <h2 id=${screen}>${screen}</h2>
        <div class="scenes">
          ${scenes.map(
            (scene: Scene) => html`
              <figure>
                <figcaption>${scene.title}</figcaption>
                <auth-authenticator
                  .auth=${stage(scene)}
                  heading-level="3"
                  verification=${scene.verification ?? nothing}
                  hide=${scene.hide ?? nothing}
                  login-mechanisms=${scene.loginMechanisms ?? nothing}
                  >${app(scene)}</auth-authenticator
                >
              </figure>
            `,
          )}
        </div>
      </section>
    `,
  ),
  document.querySelector('main')!,
);
