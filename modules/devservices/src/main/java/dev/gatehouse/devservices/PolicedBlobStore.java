package dev.gatehouse.devservices;

import java.io.InputStream;
import java.nio.file.Path;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Objects whose access is a matter of one policy: everybody may read what is under a prefix, and nothing else.
 *
 * <p>ACLs are off, as in every bucket made since 2023 ("bucket owner enforced"): a request that brings one is refused. So
 * whoever was given a signed URL cannot publish the object with a header that the signature does not cover.
 */
final class PolicedBlobStore extends ForwardingBlobStore {

    private static final int BAD_REQUEST = 400;

    private final String publicPrefix;

    PolicedBlobStore(BlobStore objects, String publicPrefix) {
        super(objects);
        this.publicPrefix = publicPrefix;
    }

    @Override
    public BucketCannedACL getContainerAccess(String bucket) {
        return BucketCannedACL.PRIVATE;
    }

    /** Keys are paths of files below us, so {@code ..} would lead out of the prefix. */
    @Override
    public ObjectCannedACL getBlobAccess(String bucket, String key) {
        return Path.of(key).normalize().startsWith(publicPrefix)
                ? ObjectCannedACL.PUBLIC_READ
                : ObjectCannedACL.PRIVATE;
    }

    @Override
    public ObjectCannedACL getBlobAccess(String bucket, String key, @Nullable String version) {
        return getBlobAccess(bucket, key);
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        demandNone(request.acl());
        return super.putBlob(request, content);
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        demandNone(request.acl());
        return super.copyBlob(request);
    }

    @Override
    public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
        demandNone(request.acl());
        return super.initiateMultipartUpload(request);
    }

    @Override
    public void setContainerAccess(String bucket, BucketCannedACL access) {
        throw aclNotSupported();
    }

    @Override
    public void setBlobAccess(String bucket, String key, ObjectCannedACL access) {
        throw aclNotSupported();
    }

    @Override
    public void setBlobAccess(String bucket, String key, ObjectCannedACL access, @Nullable String version) {
        throw aclNotSupported();
    }

    private static void demandNone(@Nullable ObjectCannedACL acl) {
        if (acl != null) {
            throw aclNotSupported();
        }
    }

    private static S3Exception aclNotSupported() {
        return (S3Exception) S3Exception.builder()
                .statusCode(BAD_REQUEST)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("AccessControlListNotSupported")
                        .errorMessage("The bucket does not allow ACLs")
                        .build())
                .build();
    }
}
