"""One SMS signature and its approval gate."""

import pulumi
import pulumi_sms as sms

config = pulumi.Config()

brand = sms.jpush.Signature(
    "brand",
    sign=config.get("sign") or "极光推送",
    type=sms.jpush.SignatureType.COMPANY,
    # Made-up people and numbers: no person's or company's begins so.
    legal_person_name="张样本",
    legal_person_id_number="999999199001010008",
    social_credit_code="91999999000000000G",
    id_card_image=pulumi.FileAsset("../quickstart/documents/id-card.jpg"),
    # A document by its content: the file is read only when it must be filed, and then its hash must agree.
    business_license_image=sms.jpush.DocumentArgs(
        sha256="53e708dade9717ada2fff83ef934f45dd1fca8c16af2121f930e35c4e78b321a",
        path="../quickstart/documents/licence.png",
    ),
)

# What sends messages is not touched before the signature is approved.
usable = sms.jpush.SignatureApproval(
    "approved",
    signature=sms.jpush.GatedSignatureArgs(
        sign=brand.sign,
        sign_id=brand.sign_id,
        serving_sign_id=brand.serving_sign_id,
        status=brand.status,
        rejection_reason=brand.rejection_reason,
        account_fingerprint=brand.account_fingerprint,
    ),
    timeout=config.get("timeout") or "45m",
)

# A number, never None, and known only when it may be used.
pulumi.export("send_with", usable.serving_sign_id)
