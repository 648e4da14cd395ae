"""A component that a platform team gives to product teams, and two instances of it, one with an account of its own."""

from typing import Optional

import pulumi
import pulumi_sms as sms

config = pulumi.Config()


class Sender(pulumi.ComponentResource):
    """A company's signature with its approval gate: what a product team needs to know is `sign_id`."""

    sign_id: pulumi.Output[int]

    def __init__(self, name: str, sign: str, opts: Optional[pulumi.ResourceOptions] = None):
        super().__init__("messages:index:Sender", name, {}, opts)
        child = pulumi.ResourceOptions(parent=self)
        signature = sms.jpush.Signature(
            name,
            sign=sign,
            type=sms.jpush.SignatureType.COMPANY,
            # Made-up people and numbers: no person's or company's begins so.
            legal_person_name="张样本",
            legal_person_id_number="999999199001010008",
            social_credit_code="91999999000000000G",
            id_card_image=pulumi.FileAsset("../quickstart/documents/id-card.jpg"),
            business_license_image=pulumi.FileAsset("../quickstart/documents/licence.png"),
            opts=child,
        )
        approval = sms.jpush.SignatureApproval(
            name,
            signature=sms.jpush.GatedSignatureArgs(
                sign=signature.sign,
                sign_id=signature.sign_id,
                serving_sign_id=signature.serving_sign_id,
                status=signature.status,
                rejection_reason=signature.rejection_reason,
                account_fingerprint=signature.account_fingerprint,
            ),
            timeout=config.get("timeout") or "45m",
            opts=child,
        )
        self.sign_id = approval.serving_sign_id
        self.register_outputs({"sign_id": self.sign_id})


# Who declares no provider files with the account of the stack's configuration or of the environment.
group = Sender("group", "极光推送")

subsidiary = sms.Provider(
    "subsidiary",
    jpush=sms.JPushSettingsArgs(
        app_key=config.require("subsidiaryAppKey"),
        master_secret=config.require_secret("subsidiaryMasterSecret"),
    ),
)
branch = Sender("branch", "子公司签名", pulumi.ResourceOptions(providers=[subsidiary]))

pulumi.export("group", group.sign_id)
pulumi.export("branch", branch.sign_id)
