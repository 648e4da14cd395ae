/**
 * The text that stands in the state as the resource's provider: the plugin process evaluates it. It is the same for
 * every version of this package, for ever: what is frozen in a state cannot be mended.
 */
export function providerText(handler: string): string {
  return (
    `exports.handler=()=>{try{return require("pulumi-sms/provider").${handler}}catch(e){` +
    `throw e.code==="MODULE_NOT_FOUND"?new Error("Name pulumi-sms in the program's own package.json. Run npm install, also before refresh and destroy. "+e.message.split("\\n")[0]):e}};`
  );
}
