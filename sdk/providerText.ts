/**
 * The text that stands in the state as the resource's provider: the plugin process evaluates it. It is the same for
 * every version of this package, for ever: what is frozen in a state cannot be mended.
 */
export function providerText(handler: string): string {
  // Single quotes: the state is JSON, and holds this twice for each resource.
  return (
    `exports.handler=()=>{try{return require('pulumi-sms/provider').${handler}}catch(e){throw e.code=='MODULE_NOT_FOUND'?` +
    `Error('Run npm install, also before refresh and destroy, with pulumi-sms in package.json. '+e.message.split('\\n')[0]):e}}`
  );
}
